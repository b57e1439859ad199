package fi.hytekello.plan.process;

import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.FollowUps;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who reports at the half of the year: one branch for each department that has measures to follow. */
@Component("followUpDepartments")
public class FollowUpDepartments {

    private final FollowUps followUps;

    FollowUpDepartments(FollowUps followUps) {
        this.followUps = followUps;
    }

    public List<String> of(DelegateExecution execution) {
        return followUps.reporting(CycleVariables.cycle(execution)).stream()
                .map(DepartmentCode::value)
                .toList();
    }
}
