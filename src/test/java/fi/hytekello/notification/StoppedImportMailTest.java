package fi.hytekello.notification;

import static fi.hytekello.notification.MailBench.NOW;
import static fi.hytekello.notification.MailBench.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.WholeTest;
import fi.hytekello.indicator.source.IndicatorImports;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import that has failed for good is told once each time to whom it concerns; nothing here calls the network. */
@WholeTest
class StoppedImportMailTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    IndicatorImports imports;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private MailBench bench;
    private ScriptedServer server;
    private MailDispatcher dispatcher;
    private Person coordinator;

    @BeforeEach
    void begin() throws IOException {
        bench = beans.createBean(MailBench.class);
        bench.begin();
        server = new ScriptedServer();
        dispatcher = bench.dispatcher(server.sender());
        coordinator = bench.town().person(Role.COORDINATOR);
    }

    @AfterEach
    void end() throws IOException {
        imports.running()
                .ifPresent(running ->
                        imports.cancel(bench.town().code(), bench.town().person(Role.COORDINATOR)));
        server.close();
        ClockUtil.reset();
    }

    @Test
    void whoBeganItIsToldWhyItStoppedAndWhereItIsTriedAgain() {
        imports.begin(bench.town().code(), coordinator);
        jdbc.sql("update hyte.indicator_import set problem = 'source.failure.status', problem_arguments = '{503}'"
                        + " where state = 'RUNNING'")
                .update();
        fail();
        dispatch();
        assertThat(server.received()).singleElement().satisfies(mail -> {
            assertThat(mail.recipient()).isEqualTo(coordinator.email());
            assertThat(mail.message().getSubject())
                    .isEqualTo("Koekunta: mittarien arvojen haku Sotkanetista on pysähtynyt");
            assertThat(mail.text())
                    .contains("epäonnistunut joka yrityksellä", "Sotkanet vastasi virheellä 503.")
                    .contains("/municipalities/" + bench.town().code() + "/indicator-catalogue");
        });
    }

    @Test
    void everyStopIsToldOnceAndNotAfterSomebodyHasTriedAgain() {
        imports.begin(bench.town().code(), coordinator);
        fail();
        imports.retry(bench.town().code(), coordinator);
        dispatch();
        assertThat(server.received()).isEmpty();
        fail();
        dispatch();
        dispatch();
        assertThat(server.received()).hasSize(1);
        imports.retry(bench.town().code(), coordinator);
        fail();
        dispatch();
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void ofOneThatTheCalendarBeganTheAdministratorsAreToldOrTheCoordinatorsWhereThereAreNone() {
        bench.join();
        Person other = bench.town().person(Role.COORDINATOR);
        jdbc.sql("delete from hyte.person_role where role = 'ADMIN' and municipality_code = :code")
                .param("code", bench.town().code().value())
                .update();
        imports.beginOnSchedule();
        fail();
        assertThat(told())
                .contains(other.username().value())
                .contains(coordinator.username().value().replace("coordinator", "admin"))
                .doesNotContain(coordinator.username().value());
    }

    private List<String> told() {
        return jdbc.sql("select recipient from hyte.notification where kind = 'IMPORT_STOPPED'")
                .query(String.class)
                .list();
    }

    /** As the engine notes it after the last try. */
    private void fail() {
        Job job = management
                .createJobQuery()
                .processDefinitionKey("IndicatorImport")
                .singleResult();
        management.setJobRetries(job.getId(), 0);
    }

    private void dispatch() {
        at(NOW.plus(Duration.ofDays(1)));
        dispatcher.dispatchDue();
    }
}
