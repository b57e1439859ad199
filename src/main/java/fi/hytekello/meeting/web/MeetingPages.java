package fi.hytekello.meeting.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.Registers;
import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.meeting.MeetingId;
import fi.hytekello.meeting.MeetingRecords;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.ProblemTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The meetings of a body: its tenant's people read them, its keeper calls them together and follows what was agreed. */
@Controller
class MeetingPages {

    private final BodyMeetings meetings;
    private final MeetingRecords records;
    private final Bodies bodies;
    private final Organisations organisations;
    private final Registers registers;
    private final ProblemTexts problems;

    MeetingPages(
            BodyMeetings meetings,
            MeetingRecords records,
            Bodies bodies,
            Organisations organisations,
            Registers registers,
            ProblemTexts problems) {
        this.meetings = meetings;
        this.records = records;
        this.bodies = bodies;
        this.organisations = organisations;
        this.registers = registers;
        this.problems = problems;
    }

    @GetMapping("/bodies/{tenant}/{body}/meetings")
    String list(@PathVariable MunicipalityCode tenant, @PathVariable long body, Person person, Model model) {
        Municipality keeper = registers.readableBy(person, tenant);
        model.addAttribute("tenant", keeper);
        model.addAttribute("body", bodies.get(tenant, new BodyId(body)));
        List<Meeting> all = meetings.of(tenant, new BodyId(body));
        model.addAttribute("meetings", all);
        model.addAttribute("preparing", all.stream().anyMatch(one -> one.state() == Meeting.State.PREPARING));
        model.addAttribute("editable", registers.isKeptBy(person, keeper));
        return "forms/meeting/meetings";
    }

    @PostMapping("/bodies/{tenant}/{body}/meetings")
    String callTogether(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long body,
            Person person,
            Locale locale,
            RedirectAttributes next) {
        registers.keptBy(person, tenant);
        try {
            meetings.callTogether(tenant, new BodyId(body), person);
            next.addFlashAttribute("begun", true);
        } catch (Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return "redirect:/bodies/" + tenant + "/" + body + "/meetings";
    }

    @GetMapping("/bodies/{tenant}/{body}/meetings/{id}")
    String show(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long body,
            @PathVariable long id,
            Person person,
            Model model) {
        Municipality keeper = registers.readableBy(person, tenant);
        Meeting meeting = meeting(tenant, body, id);
        model.addAttribute("tenant", keeper);
        model.addAttribute("body", bodies.get(tenant, meeting.body()));
        model.addAttribute("meeting", meeting);
        model.addAttribute("attendees", meetings.attendees(meeting.id()));
        model.addAttribute("actions", records.actions(meeting.id()));
        model.addAttribute("today", meetings.today());
        OrganisationId host = meeting.host();
        model.addAttribute("host", host == null ? null : organisations.get(tenant, host));
        model.addAttribute("editable", registers.isKeptBy(person, keeper));
        return "forms/meeting/meeting-page";
    }

    @PostMapping("/bodies/{tenant}/{body}/meetings/{id}/actions/{action}")
    String settle(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long body,
            @PathVariable long id,
            @PathVariable long action,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            RedirectAttributes next) {
        registers.keptBy(person, tenant);
        Meeting meeting = meeting(tenant, body, id);
        FormFields fields = new FormFields(form);
        try {
            records.settle(
                    meeting, action, form.containsKey("done"), fields.textOrNull("reason"), fields.version(), person);
        } catch (InvalidInput | Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return "redirect:/bodies/" + tenant + "/" + body + "/meetings/" + id;
    }

    private Meeting meeting(MunicipalityCode tenant, long body, long id) {
        Meeting meeting = meetings.get(tenant, new MeetingId(id));
        if (meeting.body().value() != body) {
            throw new NotFound("problem.meeting.unknown");
        }
        return meeting;
    }
}
