package fi.hytekello.absence.process;

import fi.hytekello.absence.HandOver;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The moments for which the model Absence waits, computed by the domain in Helsinki time. */
@Component("absenceTimes")
public class AbsenceTimes {

    private final HandOver handOver;

    AbsenceTimes(HandOver handOver) {
        this.handOver = handOver;
    }

    public Date begins(DelegateExecution execution) {
        return Date.from(handOver.begins(AbsenceVariables.absence(execution)));
    }

    public Date firstMorning(DelegateExecution execution) {
        return Date.from(handOver.firstMorning(AbsenceVariables.absence(execution)));
    }

    public Date ends(DelegateExecution execution) {
        return Date.from(handOver.ends(AbsenceVariables.absence(execution)));
    }

    public Date returnMorning(DelegateExecution execution) {
        return Date.from(handOver.returnMorning(AbsenceVariables.absence(execution)));
    }
}
