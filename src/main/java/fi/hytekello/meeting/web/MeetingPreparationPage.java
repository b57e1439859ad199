package fi.hytekello.meeting.web;

import fi.hytekello.body.Lineage;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.Hosts;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.meeting.MeetingDates;
import fi.hytekello.meeting.MeetingPlan;
import fi.hytekello.meeting.MeetingPreparation;
import fi.hytekello.meeting.ProposedDate;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.worklist.OpenTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The task before a meeting: which dates suit, when and where it is, who is asked. */
@Controller
class MeetingPreparationPage {

    private static final String PREPARE = "Activity_PrepareMeeting";

    private final MeetingTaskForm forms;
    private final BodyMeetings meetings;
    private final MeetingDates dates;
    private final Hosts hosts;
    private final Organisations organisations;

    MeetingPreparationPage(
            MeetingTaskForm forms,
            BodyMeetings meetings,
            MeetingDates dates,
            Hosts hosts,
            Organisations organisations) {
        this.forms = forms;
        this.meetings = meetings;
        this.dates = dates;
        this.hosts = hosts;
        this.organisations = organisations;
    }

    @GetMapping("/tasks/{taskId}/meeting")
    String show(OpenTask task, Model model) {
        Meeting meeting = forms.meeting(task, PREPARE);
        forms.fill(task, meeting, model);
        List<ProposedDate> proposed = dates.of(meeting.id());
        model.addAttribute("dates", proposed);
        model.addAttribute(
                "answered",
                meetings.attendees(meeting.id()).stream()
                        .filter(one -> proposed.stream()
                                .anyMatch(date -> date.answers().containsKey(one.id())))
                        .count());
        model.addAttribute("suits", ProposedDate.Suits.values());
        model.addAttribute("hosts", hosts(meeting, organisations.lineage(task.municipality())));
        model.addAttribute("preparations", MeetingPreparation.values());
        return "forms/meeting/meeting";
    }

    /** In the order of their turns; whose turn it is comes first. */
    private List<Organisation> hosts(Meeting meeting, Lineage lineage) {
        List<OrganisationId> turns = new ArrayList<>(hosts.turns(meeting.body(), forms.day(meeting), meeting.id()));
        OrganisationId chosen = meeting.host();
        if (chosen != null && !turns.contains(chosen)) {
            turns.add(chosen);
        }
        return turns.stream()
                .map(id -> Objects.requireNonNull(lineage.organisations().get(id)))
                .toList();
    }

    /** Saves what is prepared and, unless a button asks for less, completes the task. */
    @PostMapping("/tasks/{taskId}/meeting")
    String prepare(OpenTask task, @RequestParam Map<String, String> fields, Locale locale, RedirectAttributes next) {
        Meeting meeting = forms.meeting(task, PREPARE);
        FormFields form = new FormFields(fields);
        return forms.answered(task, "meeting", form, locale, next, () -> {
            meetings.plan(meeting, plan(meeting, form), form.version());
            dates.answer(meeting.id(), MeetingForm.answers(form));
            change(meeting, form);
        });
    }

    /** As typed, or at the time that was chosen among those asked about. */
    private MeetingPlan plan(Meeting meeting, FormFields form) {
        if (!form.form().containsKey("chooseDate")) {
            return MeetingForm.plan(form);
        }
        ProposedDate chosen = dates.of(meeting.id()).stream()
                .filter(date -> date.id() == form.id("chooseDate"))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("newDay", "problem.answer.choice"));
        return MeetingForm.plan(form, chosen);
    }

    private void change(Meeting meeting, FormFields form) {
        if (form.form().containsKey("addDate")) {
            MeetingForm.Span span = MeetingForm.newDate(form);
            dates.propose(meeting.id(), span.startsAt(), span.endsAt());
        }
        if (form.form().containsKey("removeDate")) {
            dates.withdraw(meeting.id(), form.id("removeDate"));
        }
        if (form.form().containsKey("addGuest")) {
            meetings.addGuest(
                    meeting,
                    form.textOrNull("guestName"),
                    form.textOrNull("guestEmail"),
                    "sv".equals(form.text("guestLanguage")) ? Languages.SWEDISH : Languages.FINNISH);
        }
        if (form.form().containsKey("removeGuest")) {
            meetings.removeGuest(meeting, form.id("removeGuest"));
        }
    }
}
