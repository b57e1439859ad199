package fi.hytekello.plan.process;

import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.municipality.Municipalities;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The departments that report last year's measures: all of the municipality. */
@Component("reportingDepartments")
public class ReportingDepartments {

    private final Cycles cycles;
    private final Municipalities municipalities;

    ReportingDepartments(Cycles cycles, Municipalities municipalities) {
        this.cycles = cycles;
        this.municipalities = municipalities;
    }

    public List<String> of(DelegateExecution execution) {
        return municipalities
                .departments(cycles.get(CycleVariables.cycle(execution)).municipality())
                .stream()
                .map(department -> department.code().value())
                .toList();
    }
}
