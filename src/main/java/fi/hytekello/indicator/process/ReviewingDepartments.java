package fi.hytekello.indicator.process;

import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.municipality.DepartmentCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who reviews: the collection of the model's multi-instance task, in an order that never changes. */
@Component("reviewingDepartments")
public class ReviewingDepartments {

    private final Indicators indicators;

    ReviewingDepartments(Indicators indicators) {
        this.indicators = indicators;
    }

    public List<String> of(DelegateExecution execution) {
        return indicators.departments(CycleVariables.cycle(execution)).stream()
                .map(DepartmentCode::value)
                .toList();
    }
}
