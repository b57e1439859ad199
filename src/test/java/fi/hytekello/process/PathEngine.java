package fi.hytekello.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One engine on one PostgreSQL for all path tests of the JVM. Nothing runs by itself: tests fire the jobs. */
final class PathEngine {

    static final Services SERVICES = new Services();
    static final Visits VISITS = new Visits();
    static final ProcessEngine ENGINE = start();

    private PathEngine() {}

    private static ProcessEngine start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
            configuration
                    .setProcessEngineName("paths")
                    .setJdbcDriver("org.postgresql.Driver")
                    .setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"))
                    .setJdbcUsername("postgres")
                    .setDatabaseSchemaUpdate("true")
                    .setHistory("full")
                    .setJobExecutorActivate(false)
                    .setAuthorizationEnabled(false);
            configuration.setBeans(SERVICES.beans());
            configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(VISITS)));
            configuration.setReevaluateTimeCycleWhenDue(true);
            configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
            configuration.setMetricsEnabled(false);
            ProcessEngine engine = configuration.buildProcessEngine();
            deploy(engine);
            return engine;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void deploy(ProcessEngine engine) throws IOException {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (Resource model :
                new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.bpmn")) {
            deployment.addInputStream(String.valueOf(model.getFilename()), model.getInputStream());
        }
        deployment.deploy();
    }
}
