package fi.hytekello.platform;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The engine as the product needs it; what plain properties can say stands in {@code application.yml}. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Our schema first: the migration makes the schema that the engine's tables go to. */
    @Bean
    static BeanFactoryPostProcessor engineAfterMigration() {
        return factory ->
                factory.getBeanDefinition("processEngineConfigurationImpl").setDependsOn("flywayInitializer");
    }

    @Bean
    @Order(Ordering.DEFAULT_ORDER - 1)
    ProcessEnginePlugin productEngine() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setCustomHistoryLevels(List.of(new ProductHistoryLevel()));
                engine.setHistory(ProductHistoryLevel.NAME);
                engine.setTenantIdProvider(new InstanceTenants());
                engine.setReevaluateTimeCycleWhenDue(true);
                engine.setEnableExceptionsAfterUnhandledBpmnError(true);
                // A refused completion is the user's to mend; what else fails is told by whoever called.
                engine.setEnableCmdExceptionLogging(false);
                engine.setMetricsEnabled(false);
                engine.setDbMetricsReporterActivate(false);
                engine.setTaskMetricsEnabled(false);
                engine.setJobExecutorAcquireByDueDate(true);
                engine.setEnsureJobDueDateNotNull(true);
                engine.setGroupResourceWhitelistPattern("[a-z0-9-]+");
                engine.setUserResourceWhitelistPattern("[a-z0-9.@_-]+|" + EngineAccess.NOBODY);
            }
        };
    }
}
