package fi.hytekello.plan.web;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.ProposalRound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Closing the round of proposals, which belongs to no task. */
@Controller
class PlanController {

    private final ProposalRound round;

    PlanController(ProposalRound round) {
        this.round = round;
    }

    @PostMapping("/cycles/{id}/proposals/close")
    String closeRound(@PathVariable long id, Person person) {
        round.close(new CycleId(id), person);
        return "redirect:/cycles/" + id;
    }
}
