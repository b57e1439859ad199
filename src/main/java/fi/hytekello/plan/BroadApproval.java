package fi.hytekello.plan;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionMade;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.platform.problem.InvalidInput;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The council approves the broad plan of its term; it does not merely note it (domain chapters 2.1 and 2.7). */
@Component
class BroadApproval {

    private final Cycles cycles;

    BroadApproval(Cycles cycles) {
        this.cycles = cycles;
    }

    @EventListener
    void decided(DecisionMade made) {
        if (made.decision().subject() == Subject.WELFARE_REPORT
                && made.decision().decidedBy() == DecidedBy.COUNCIL
                && made.decision().outcome() == Outcome.NOTED
                && cycles.get(made.decision().cycle()).kind() == Cycle.Kind.BROAD) {
            throw new InvalidInput("bodyOutcome", "problem.broad.noted");
        }
    }
}
