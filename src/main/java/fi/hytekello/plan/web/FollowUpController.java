package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.FollowUps;
import fi.hytekello.plan.ReportedStatus;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The summary of the half-year follow-up: for the coordinator to send on, and for all to read. */
@Controller
class FollowUpController {

    private final Cycles cycles;
    private final FollowUps followUps;
    private final Decisions decisions;

    FollowUpController(Cycles cycles, FollowUps followUps, Decisions decisions) {
        this.cycles = cycles;
        this.followUps = followUps;
        this.decisions = decisions;
    }

    @GetMapping("/tasks/{taskId}/follow-up-summary")
    String summarise(OpenTask task, Model model) {
        Pages.of("Activity_SummariseFollowUp", task);
        model.addAttribute("task", task);
        model.addAttribute(
                "returned",
                decisions
                        .latest(task.cycle(), Subject.FOLLOW_UP, DecidedBy.BOARD, null)
                        .filter(decision ->
                                decision.outcome() == Outcome.RETURNED || decision.outcome() == Outcome.REJECTED)
                        .orElse(null));
        return fill(cycles.get(task.cycle()), "forms/plan/follow-up-summary", model);
    }

    @GetMapping("/cycles/{id}/follow-up")
    String show(@PathVariable long id, Person person, Model model) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return fill(cycle, "forms/plan/follow-up-page", model);
    }

    @PostMapping("/cycles/{id}/follow-up/close")
    String close(@PathVariable long id, Person person) {
        followUps.close(new CycleId(id), person);
        return "redirect:/cycles/" + id;
    }

    private String fill(Cycle cycle, String view, Model model) {
        model.addAttribute("cycle", cycle);
        model.addAttribute("summary", followUps.summary(cycle.id()));
        model.addAttribute("statuses", ReportedStatus.values());
        return view;
    }
}
