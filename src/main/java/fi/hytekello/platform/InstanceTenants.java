package fi.hytekello.platform;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.jspecify.annotations.Nullable;

/**
 * Definitions are shared; each instance belongs to a municipality or a regional council, told by the variable {@code municipalityCode} at its start.
 * Refuses an instance without one, and one of a municipality that is not the signed-in person's.
 */
final class InstanceTenants implements TenantIdProvider {

    /** What all municipalities share belongs to none of them; only the product itself starts these. */
    private static final Set<String> OF_ALL = Set.of("IndicatorImport");

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext starting) {
        if (starting.getSuperExecution() != null) {
            return starting.getSuperExecution().getTenantId();
        }
        Object tenant = starting.getVariables().get("municipalityCode");
        if (tenant == null && OF_ALL.contains(starting.getProcessDefinition().getKey())) {
            return null;
        }
        if (tenant == null) {
            throw new IllegalStateException(
                    "A process is started with the variable municipalityCode, so that it has a tenant");
        }
        List<String> own = signedInTenants();
        if (own != null && !own.contains(tenant.toString())) {
            throw new IllegalStateException("The municipality " + tenant + " is not the signed-in person's");
        }
        return tenant.toString();
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext starting) {
        DelegateExecution parent = starting.getSuperExecution();
        return parent == null ? null : parent.getTenantId();
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext deciding) {
        return deciding.getExecution() == null ? null : deciding.getExecution().getTenantId();
    }

    private static @Nullable List<String> signedInTenants() {
        CommandContext command = Context.getCommandContext();
        Authentication signedIn = command == null ? null : command.getAuthentication();
        return signedIn == null ? null : signedIn.getTenantIds();
    }
}
