package fi.hytekello.meeting.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Lineage;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.calendar.Finland;
import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.Hosts;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.meeting.MeetingDates;
import fi.hytekello.meeting.MeetingOutcome;
import fi.hytekello.meeting.MeetingPreparation;
import fi.hytekello.meeting.MeetingRecords;
import fi.hytekello.meeting.ProposedDate;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The two tasks of a meeting, before and after it. Each page is one form whose buttons save all of it, so that nothing
 * typed is lost when a row is added.
 */
@Controller
class MeetingTaskPages {

    private static final String PREPARE = "Activity_PrepareMeeting";
    private static final String RECORD = "Activity_RecordMeeting";

    private final BodyMeetings meetings;
    private final MeetingRecords records;
    private final MeetingDates dates;
    private final Hosts hosts;
    private final Bodies bodies;
    private final Memberships memberships;
    private final Organisations organisations;
    private final ProblemTexts problems;

    MeetingTaskPages(
            BodyMeetings meetings,
            MeetingRecords records,
            MeetingDates dates,
            Hosts hosts,
            Bodies bodies,
            Memberships memberships,
            Organisations organisations,
            ProblemTexts problems) {
        this.meetings = meetings;
        this.records = records;
        this.dates = dates;
        this.hosts = hosts;
        this.bodies = bodies;
        this.memberships = memberships;
        this.organisations = organisations;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/meeting")
    String preparation(OpenTask task, Model model) {
        Meeting meeting = page(task, PREPARE, model);
        Lineage lineage = organisations.lineage(task.municipality());
        model.addAttribute("dates", dates.of(meeting.id()));
        model.addAttribute("suits", ProposedDate.Suits.values());
        model.addAttribute("hosts", hosts(meeting, lineage));
        model.addAttribute("preparations", MeetingPreparation.values());
        return "forms/meeting/meeting";
    }

    @GetMapping("/tasks/{taskId}/meeting-record")
    String record(OpenTask task, Model model) {
        Meeting meeting = page(task, RECORD, model);
        model.addAttribute("actions", records.actions(meeting.id()));
        model.addAttribute("outcomes", MeetingOutcome.values());
        OrganisationId host = meeting.host();
        model.addAttribute("host", host == null ? null : organisations.get(task.municipality(), host));
        model.addAttribute(
                "members",
                memberships.on(meeting.body(), day(meeting)).stream()
                        .filter(one -> one.content().role().holdsSeat())
                        .toList());
        return "forms/meeting/meeting-record";
    }

    private Meeting page(OpenTask task, String kind, Model model) {
        Meeting meeting = meeting(task, kind);
        Map<String, String> values = new HashMap<>(
                MeetingForm.of(meeting, meetings.meant(meeting.body()).orElse(null)));
        if (model.getAttribute("given") instanceof Map<?, ?> given) {
            given.forEach((field, value) -> values.put(field.toString(), value.toString()));
            values.put("version", Integer.toString(meeting.version()));
        }
        model.addAttribute("task", task);
        model.addAttribute("body", bodies.get(task.municipality(), meeting.body()));
        model.addAttribute("meeting", meeting);
        model.addAttribute("attendees", meetings.attendees(meeting.id()));
        model.addAttribute("v", values);
        return meeting;
    }

    /** In the order of their turns; whose turn it is comes first. */
    private List<Organisation> hosts(Meeting meeting, Lineage lineage) {
        List<OrganisationId> turns = new ArrayList<>(hosts.turns(meeting.body(), day(meeting), meeting.id()));
        OrganisationId chosen = meeting.host();
        if (chosen != null && !turns.contains(chosen)) {
            turns.add(chosen);
        }
        return turns.stream()
                .map(id -> Objects.requireNonNull(lineage.organisations().get(id)))
                .toList();
    }

    private LocalDate day(Meeting meeting) {
        Instant startsAt = meeting.startsAt();
        return startsAt == null ? meetings.today() : LocalDate.ofInstant(startsAt, Finland.ZONE);
    }

    /** Saves what is prepared and, unless a button asks for less, completes the task. */
    @PostMapping("/tasks/{taskId}/meeting")
    String prepare(OpenTask task, @RequestParam Map<String, String> fields, Locale locale, RedirectAttributes next) {
        Meeting meeting = meeting(task, PREPARE);
        FormFields form = new FormFields(fields);
        return answered(task, "meeting", form, locale, next, () -> {
            meetings.plan(meeting, MeetingForm.plan(form), form.version());
            dates.answer(meeting.id(), MeetingForm.answers(form));
            change(meeting, form);
        });
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

    /** Saves attendance and memo and, unless a button asks for less, completes the task. */
    @PostMapping("/tasks/{taskId}/meeting-record")
    String write(
            OpenTask task, @RequestParam MultiValueMap<String, String> fields, Locale locale, RedirectAttributes next) {
        Meeting meeting = meeting(task, RECORD);
        FormFields form = new FormFields(fields.toSingleValueMap());
        return answered(task, "meeting-record", form, locale, next, () -> {
            List<Long> attended = MeetingForm.attended(fields.getOrDefault("attended", List.of()));
            records.record(meeting, MeetingForm.record(form, attended), form.version());
            if (form.form().containsKey("addAction")) {
                records.addAction(
                        meeting,
                        form.textOrNull("actionTitle"),
                        form.textOrNull("actionOwner"),
                        form.date("actionDue"));
            }
            if (form.form().containsKey("removeAction")) {
                records.removeAction(meeting, form.id("removeAction"));
            }
        });
    }

    private String answered(
            OpenTask task, String page, FormFields form, Locale locale, RedirectAttributes next, Runnable work) {
        String again =
                "redirect:/tasks/" + task.id() + "/" + page + (form.form().containsKey("embedded") ? "?embedded" : "");
        try {
            work.run();
        } catch (InvalidInput | Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
            next.addFlashAttribute("given", form.form());
            return again;
        }
        List<String> less = new ArrayList<>(
                List.of("save", "addDate", "removeDate", "addGuest", "removeGuest", "addAction", "removeAction"));
        less.retainAll(form.form().keySet());
        if (less.isEmpty()) {
            return "forward:/tasks/" + task.id() + "/complete";
        }
        next.addFlashAttribute("saved", true);
        next.addFlashAttribute("given", unsaved(form));
        return again;
    }

    /** What is answered only when the task is completed stays on the page. */
    private static Map<String, String> unsaved(FormFields form) {
        Map<String, String> answers = new HashMap<>(form.form());
        answers.keySet().retainAll(List.of("meetingPreparation", "meetingOutcome", "reason", "chair", "viceChair"));
        return answers;
    }

    private Meeting meeting(OpenTask task, String kind) {
        if (!task.task().equals(kind)) {
            throw new NotFound("problem.task.gone");
        }
        return meetings.ofProcess(task.municipality(), task.processInstance());
    }
}
