package fi.hytekello.plan.process;

import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.Proposals;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The departments of a round of proposals; the engine asks for the list once for each branch. */
@Component("proposingDepartments")
public class ProposingDepartments {

    private final Proposals proposals;

    ProposingDepartments(Proposals proposals) {
        this.proposals = proposals;
    }

    public List<String> of(DelegateExecution execution) {
        return proposals.proposing(CycleVariables.cycle(execution)).stream()
                .map(DepartmentCode::value)
                .toList();
    }
}
