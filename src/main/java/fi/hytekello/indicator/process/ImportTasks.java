package fi.hytekello.indicator.process;

import fi.hytekello.indicator.source.SotkanetImport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the model IndicatorImport asks of the domain. */
@Configuration(proxyBeanMethods = false)
class ImportTasks {

    @Bean
    JavaDelegate fetchRegions(SotkanetImport sotkanet) {
        return execution -> sotkanet.fetchRegions(ImportVariables.importId(execution));
    }

    @Bean
    JavaDelegate fetchIndicatorTitles(SotkanetImport sotkanet) {
        return execution -> sotkanet.fetchTitles(ImportVariables.importId(execution));
    }

    @Bean
    JavaDelegate importIndicatorBatch(SotkanetImport sotkanet) {
        return execution ->
                execution.setVariable(ImportVariables.LEFT, sotkanet.importBatch(ImportVariables.importId(execution)));
    }

    @Bean
    JavaDelegate finishIndicatorImport(SotkanetImport sotkanet) {
        return execution -> sotkanet.finish(ImportVariables.importId(execution));
    }
}
