package fi.hytekello.consultation;

import java.time.Instant;
import java.util.Map;

/** The way from consultations to their processes. */
public interface ConsultationProcess {

    void begin(Consultation consultation);

    /** Tasks have other deadlines, given by the task's id; tasks that are gone are passed over. */
    void dueMoved(Map<String, Instant> dueByTask);

    /** Nobody more will be heard. */
    void ended(Consultation consultation);
}
