package fi.hytekello.meeting.web;

import fi.hytekello.body.Memberships;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.meeting.Hindrances;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.meeting.MeetingOutcome;
import fi.hytekello.meeting.MeetingRecords;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The task once the invitations have left: who cannot come, and after the meeting who was there and what was agreed. */
@Controller
class MeetingRecordPage {

    private static final String RECORD = "Activity_RecordMeeting";

    private final MeetingTaskForm forms;
    private final MeetingRecords records;
    private final Hindrances hindrances;
    private final Memberships memberships;
    private final Organisations organisations;

    MeetingRecordPage(
            MeetingTaskForm forms,
            MeetingRecords records,
            Hindrances hindrances,
            Memberships memberships,
            Organisations organisations) {
        this.forms = forms;
        this.records = records;
        this.hindrances = hindrances;
        this.memberships = memberships;
        this.organisations = organisations;
    }

    @GetMapping("/tasks/{taskId}/meeting-record")
    String show(OpenTask task, Model model) {
        Meeting meeting = forms.meeting(task, RECORD);
        forms.fill(task, meeting, model);
        model.addAttribute("actions", records.actions(meeting.id()));
        model.addAttribute("outcomes", MeetingOutcome.values());
        model.addAttribute("mayHinder", hindrances.mayStillChange(meeting));
        OrganisationId host = meeting.host();
        model.addAttribute("host", host == null ? null : organisations.get(task.municipality(), host));
        model.addAttribute(
                "members",
                memberships.on(meeting.body(), forms.day(meeting)).stream()
                        .filter(one -> one.content().role().holdsSeat())
                        .toList());
        return "forms/meeting/meeting-record";
    }

    /** Saves attendance and memo and, unless a button asks for less, completes the task. */
    @PostMapping("/tasks/{taskId}/meeting-record")
    String write(
            OpenTask task, @RequestParam MultiValueMap<String, String> fields, Locale locale, RedirectAttributes next) {
        Meeting meeting = forms.meeting(task, RECORD);
        FormFields form = new FormFields(fields.toSingleValueMap());
        return forms.answered(task, "meeting-record", form, locale, next, () -> {
            List<Long> attended = MeetingForm.attended(fields.getOrDefault("attended", List.of()));
            records.record(meeting, MeetingForm.record(form, attended), form.version());
            change(meeting, form);
        });
    }

    private void change(Meeting meeting, FormFields form) {
        if (form.form().containsKey("addAction")) {
            records.addAction(
                    meeting, form.textOrNull("actionTitle"), form.textOrNull("actionOwner"), form.date("actionDue"));
        }
        if (form.form().containsKey("removeAction")) {
            records.removeAction(meeting, form.id("removeAction"));
        }
        if (form.form().containsKey("hinder")) {
            hindrances.tell(meeting, form.id("hinder"), true);
        }
        if (form.form().containsKey("unhinder")) {
            hindrances.tell(meeting, form.id("unhinder"), false);
        }
    }
}
