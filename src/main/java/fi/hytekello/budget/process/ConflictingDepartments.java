package fi.hytekello.budget.process;

import fi.hytekello.budget.Corrections;
import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.municipality.DepartmentCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Departments whose measures exceed a frame or a line, for the model BudgetLinking. */
@Component("conflictingDepartments")
public class ConflictingDepartments {

    private final Corrections corrections;

    ConflictingDepartments(Corrections corrections) {
        this.corrections = corrections;
    }

    /** By code. */
    public List<String> of(DelegateExecution execution) {
        return corrections.waiting(CycleVariables.cycle(execution)).stream()
                .map(DepartmentCode::value)
                .toList();
    }
}
