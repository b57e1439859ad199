package fi.hytekello.meeting.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Leads;
import fi.hytekello.body.Memberships;
import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.BodyYears;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What was found in a body's year: too few meetings, a change of the lead, what ends. */
@Controller
class BodyYearPage {

    private final BodyYears years;
    private final BodyMeetings meetings;
    private final Bodies bodies;
    private final Leads leads;
    private final Memberships memberships;

    BodyYearPage(BodyYears years, BodyMeetings meetings, Bodies bodies, Leads leads, Memberships memberships) {
        this.years = years;
        this.meetings = meetings;
        this.bodies = bodies;
        this.leads = leads;
        this.memberships = memberships;
    }

    /** @throws NotFound when the task is of another kind */
    @GetMapping("/tasks/{taskId}/body-year")
    String show(OpenTask task, Model model) {
        if (!task.process().equals("BodyYear")) {
            throw new NotFound("problem.task.gone");
        }
        String id = Objects.requireNonNull(task.matter()).replace("body:", "");
        Body body = bodies.get(task.municipality(), new BodyId(Long.parseLong(id)));
        model.addAttribute("task", task);
        model.addAttribute("body", body);
        model.addAttribute("findings", years.open(body.id()));
        model.addAttribute("lead", leads.on(body, meetings.today()).orElse(null));
        model.addAttribute("members", memberships.on(body.id(), meetings.today()));
        return "forms/meeting/body-year";
    }
}
