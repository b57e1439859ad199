package fi.hytekello.indicator.process;

import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.indicator.IndicatorRound;
import fi.hytekello.municipality.DepartmentCode;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who reviews: the collection of the model's multi-instance task, in an order that never changes. */
@Component("reviewingDepartments")
public class ReviewingDepartments {

    private final IndicatorRound round;

    ReviewingDepartments(IndicatorRound round) {
        this.round = round;
    }

    public List<String> of(DelegateExecution execution) {
        return round.asked(CycleVariables.cycle(execution)).stream()
                .map(DepartmentCode::value)
                .toList();
    }
}
