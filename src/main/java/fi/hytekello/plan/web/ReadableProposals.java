package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.Confirmations;
import fi.hytekello.plan.DepartmentProposals;
import fi.hytekello.plan.MeasureStatus;
import fi.hytekello.plan.Proposals;
import java.util.List;
import org.springframework.stereotype.Component;

/** The departments' proposals that a person may read. Drafts are their department's own; the coordinator sees all. */
@Component
class ReadableProposals {

    private final Proposals proposals;
    private final Confirmations confirmations;

    ReadableProposals(Proposals proposals, Confirmations confirmations) {
        this.proposals = proposals;
        this.confirmations = confirmations;
    }

    List<DepartmentProposals> of(Cycle cycle, Person person) {
        return proposals.of(cycle.id()).stream()
                .filter(department -> mayRead(cycle, department, person))
                .toList();
    }

    boolean mayRead(Cycle cycle, DepartmentProposals department, Person person) {
        boolean drafts = department.state().isEditable()
                && department.measures().stream().anyMatch(measure -> measure.status() == MeasureStatus.PROPOSED);
        return !drafts || confirmations.mayTakeBack(cycle, department.department(), person);
    }
}
