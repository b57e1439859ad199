package fi.hytekello.absence.process;

import fi.hytekello.absence.AbsenceId;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The one variable of the process beside the tenant's; written by {@link CamundaAbsenceProcess} at the start. */
final class AbsenceVariables {

    static final String ABSENCE = "absenceId";

    private AbsenceVariables() {}

    static AbsenceId absence(VariableScope scope) {
        return new AbsenceId((Long) Objects.requireNonNull(scope.getVariable(ABSENCE), ABSENCE));
    }
}
