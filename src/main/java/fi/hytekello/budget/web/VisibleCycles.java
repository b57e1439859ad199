package fi.hytekello.budget.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.NotFound;
import org.springframework.stereotype.Component;

/** The cycles that a person may see: those of the own municipality. */
@Component
class VisibleCycles {

    private final Cycles cycles;

    VisibleCycles(Cycles cycles) {
        this.cycles = cycles;
    }

    /** @throws NotFound for a cycle of another municipality as for one that does not exist */
    Cycle get(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }
}
