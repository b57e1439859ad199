package fi.hytekello.consultation.process;

import fi.hytekello.consultation.ConsultationDeadlines;
import fi.hytekello.consultation.Consultations;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Whose turn it is to hear the management, and until when. */
@Component("managementContactTimes")
public class ContactTimes {

    private final Consultations consultations;
    private final ConsultationDeadlines deadlines;

    ContactTimes(Consultations consultations, ConsultationDeadlines deadlines) {
        this.consultations = consultations;
        this.deadlines = deadlines;
    }

    /** The group that was chosen when the consultation began. */
    public String handlers(DelegateExecution execution) {
        return consultations
                .get(ConsultationVariables.consultation(execution))
                .handler()
                .group(null);
    }

    /** The last day, for a municipality with which nothing is agreed yet. */
    public Date due(DelegateExecution execution) {
        return Date.from(deadlines.hearingDue(consultations.get(ConsultationVariables.consultation(execution))));
    }
}
