package fi.hytekello.indicator.process;

import fi.hytekello.indicator.source.ImportStopped;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Hears when all tries of an import's job have failed, beside the engine's own record of it, and says so. */
@Component
class ImportIncidents extends AbstractProcessEnginePlugin implements IncidentHandler {

    private final ApplicationEventPublisher events;

    /** The engine is made with this: services that need the engine are told by the event. */
    ImportIncidents(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCompositeIncidentHandlersEnabled(true);
        engine.setCustomIncidentHandlers(List.of(this));
    }

    @Override
    public String getIncidentHandlerType() {
        return Incident.FAILED_JOB_HANDLER_TYPE;
    }

    @Override
    public @Nullable Incident handleIncident(IncidentContext failed, String message) {
        String execution = failed.getExecutionId();
        if (execution != null) {
            ExecutionEntity where = Objects.requireNonNull(
                    Context.getCommandContext().getExecutionManager().findExecutionById(execution), execution);
            if (where.getProcessDefinition().getKey().equals(CamundaIndicatorImportProcess.PROCESS)) {
                events.publishEvent(new ImportStopped(ImportVariables.importId(where)));
            }
        }
        return null;
    }

    @Override
    public void resolveIncident(IncidentContext mended) {
        // The engine's own record is enough.
    }

    @Override
    public void deleteIncident(IncidentContext gone) {
        // The engine's own record is enough.
    }
}
