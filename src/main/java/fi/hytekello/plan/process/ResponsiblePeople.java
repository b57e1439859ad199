package fi.hytekello.plan.process;

import fi.hytekello.cycle.process.CycleVariables;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.Responsibilities;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The people who have to confirm what a department proposes; the engine knows each by the id of a request. */
@Component("responsiblePeople")
public class ResponsiblePeople {

    private final Responsibilities responsibilities;

    ResponsiblePeople(Responsibilities responsibilities) {
        this.responsibilities = responsibilities;
    }

    public List<Long> of(DelegateExecution execution) {
        DepartmentCode department = Objects.requireNonNull(CycleVariables.departmentOrNull(execution), "department");
        return responsibilities.waiting(CycleVariables.cycle(execution), department);
    }

    /** Whose task it is. */
    public String assignee(long responsibility) {
        return responsibilities.person(responsibility).value();
    }
}
