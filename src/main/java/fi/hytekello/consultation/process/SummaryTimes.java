package fi.hytekello.consultation.process;

import fi.hytekello.consultation.ConsultationDeadlines;
import fi.hytekello.consultation.Consultations;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When the summary is due. */
@Component("managementSummaryTimes")
public class SummaryTimes {

    private final Consultations consultations;
    private final ConsultationDeadlines deadlines;

    SummaryTimes(Consultations consultations, ConsultationDeadlines deadlines) {
        this.consultations = consultations;
        this.deadlines = deadlines;
    }

    /** In ten working days. */
    public Date due(DelegateExecution execution) {
        return Date.from(deadlines.summaryDue(consultations.get(ConsultationVariables.consultation(execution))));
    }
}
