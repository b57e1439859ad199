package fi.hytekello.consultation.process;

import fi.hytekello.consultation.Consultation;
import fi.hytekello.consultation.ConsultationId;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The variables of ManagementConsultation. {@code municipalityCode}, {@code matter} and {@code consultationId} (a long) are
 * written by {@link CamundaConsultationProcess}; {@code branch}, the id of a contact, by the model for each of its tasks.
 */
final class ConsultationVariables {

    static final String CONSULTATION = "consultationId";

    private ConsultationVariables() {}

    static Map<String, Object> of(Consultation consultation) {
        return Map.of(
                "municipalityCode",
                consultation.keeper().value(),
                "matter",
                consultation.matter(),
                CONSULTATION,
                consultation.id().value());
    }

    static ConsultationId consultation(VariableScope scope) {
        Object id = scope.getVariable(CONSULTATION);
        if (id == null) {
            throw new IllegalStateException("The process variable " + CONSULTATION + " is missing");
        }
        return new ConsultationId((Long) id);
    }
}
