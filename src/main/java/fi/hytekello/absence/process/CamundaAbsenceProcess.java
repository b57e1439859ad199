package fi.hytekello.absence.process;

import fi.hytekello.absence.Absence;
import fi.hytekello.absence.AbsenceProcess;
import fi.hytekello.platform.problem.Conflict;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

@Component
class CamundaAbsenceProcess implements AbsenceProcess {

    private final RuntimeService runtime;

    CamundaAbsenceProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void begin(Absence absence) {
        runtime.createProcessInstanceByKey("Absence")
                .businessKey(absence.id().key())
                .setVariable(AbsenceVariables.ABSENCE, absence.id().value())
                .setVariable("municipalityCode", absence.municipality().value())
                .execute();
    }

    @Override
    public void changed(Absence absence) {
        send("absence.changed", absence);
    }

    @Override
    public void cancelled(Absence absence) {
        send("absence.cancelled", absence);
    }

    private void send(String message, Absence absence) {
        try {
            runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(absence.id().key())
                    .correlate();
        } catch (MismatchingMessageCorrelationException over) {
            throw new Conflict("problem.absence.over");
        } catch (OptimisticLockingException met) {
            throw new Conflict("problem.absence.changed");
        }
    }
}
