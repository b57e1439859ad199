package fi.hytekello.meeting.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.calendar.Finland;
import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the two task pages of a meeting share: each is one form whose buttons save all of it. */
@Component
class MeetingTaskForm {

    /** Buttons that save, but leave the task open. */
    private static final List<String> LESS = List.of(
            "save",
            "addDate",
            "removeDate",
            "chooseDate",
            "addGuest",
            "removeGuest",
            "addAction",
            "removeAction",
            "hinder",
            "unhinder");

    /** What is answered only when the task is completed; it stays on the page until then. */
    private static final List<String> UNSAVED =
            List.of("meetingPreparation", "meetingOutcome", "reason", "chair", "viceChair");

    private final BodyMeetings meetings;
    private final Bodies bodies;
    private final ProblemTexts problems;

    MeetingTaskForm(BodyMeetings meetings, Bodies bodies, ProblemTexts problems) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.problems = problems;
    }

    /** @throws NotFound when the task is of another kind */
    Meeting meeting(OpenTask task, String kind) {
        if (!task.task().equals(kind)) {
            throw new NotFound("problem.task.gone");
        }
        return meetings.ofProcess(task.municipality(), task.processInstance());
    }

    /** The day of the meeting, today while it has none. */
    LocalDate day(Meeting meeting) {
        Instant startsAt = meeting.startsAt();
        return startsAt == null ? meetings.today() : LocalDate.ofInstant(startsAt, Finland.ZONE);
    }

    /** What both pages show; what was refused stands again as it was typed. */
    void fill(OpenTask task, Meeting meeting, Model model) {
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
    }

    /** Does the work of a page and, unless a button asks for less, completes the task. */
    String answered(
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
        if (LESS.stream().noneMatch(form.form()::containsKey)) {
            return "forward:/tasks/" + task.id() + "/complete";
        }
        next.addFlashAttribute("saved", true);
        next.addFlashAttribute("given", unsaved(form));
        return again;
    }

    private static Map<String, String> unsaved(FormFields form) {
        Map<String, String> answers = new HashMap<>(form.form());
        answers.keySet().retainAll(UNSAVED);
        if (form.form().containsKey("chooseDate")) {
            answers.put("meetingPreparation", "INVITE");
        }
        return answers;
    }
}
