package fi.hytekello.notification;

import static fi.hytekello.notification.MailBench.NOW;
import static fi.hytekello.notification.MailBench.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.DeadlineWords;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.ScriptedServer.Act;
import fi.hytekello.notification.ScriptedServer.Received;
import fi.hytekello.notification.ScriptedServer.Step;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.TaskNames;
import fi.hytekello.worklist.Worklist;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A regional council is a tenant like a municipality, and its tasks and mails belong to no year. */
@WholeTest
class RegionalCouncilTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Towns towns;

    @Autowired
    Municipalities municipalities;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskNames names;

    @Autowired
    DeadlineWords deadlines;

    @Autowired
    TaskDesk desk;

    @Autowired
    JdbcClient jdbc;

    private ScriptedServer server;
    private MailDispatcher dispatcher;
    private Town council;
    private Person coordinator;
    private OpenTask task;

    /** The director's address takes no mail: a task for the council's coordinator. */
    @BeforeEach
    void givesTheCouncilATaskOfNoYear() throws IOException {
        MailBench bench = beans.createBean(MailBench.class);
        bench.begin();
        council = towns.makeRegionalCouncil();
        coordinator = council.person(Role.REGIONAL_COORDINATOR);
        Person director = council.person(Role.REGIONAL_DIRECTOR);
        server = new ScriptedServer();
        server.play((step, recipient) -> step == Step.RECIPIENT && recipient.equals(director.email())
                ? Act.say("550 5.1.1 no such user")
                : null);
        dispatcher = bench.dispatcher(server.sender());
        bench.add(List.of(new Notification(
                director,
                council.code(),
                null,
                NotificationKind.UNDELIVERABLE,
                "undeliverable:0",
                null,
                null,
                Urgency.AT_ONCE,
                Map.of())));
        dispatcher.dispatchDue();
        task = worklist.of(coordinator).get(0);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        ClockUtil.reset();
    }

    @Test
    void givesItToTheCouncilsOwnCoordinator() {
        assertThat(task.task()).isEqualTo("Activity_HandleUndeliverable");
        assertThat(task.groups()).containsExactly("regional-coordinator");
        assertThat(task.cycleOrNull()).isNull();
        assertThatThrownBy(task::cycle).isInstanceOf(IllegalStateException.class);
        assertThat(worklist.ofMatter("" + task.matter()))
                .extracting(OpenTask::id)
                .containsExactly(task.id());
    }

    @Test
    void keepsItFromTheRegionalCoordinatorOfAnotherTenant() {
        Person other = towns.makeRegionalCouncil().person(Role.REGIONAL_COORDINATOR);
        assertThat(worklist.of(other)).isEmpty();
        assertThatThrownBy(() -> desk.complete(task.id(), other, Map.of())).isInstanceOf(Refused.class);
    }

    @Test
    void namesItByTheCouncilWithoutAYear() {
        assertThat(names.of(List.of(task), coordinator, Languages.FINNISH)
                        .get(0)
                        .matter())
                .startsWith("Koeliitto · ");
        assertThat(names.of(List.of(task), coordinator, Languages.SWEDISH)
                        .get(0)
                        .matter())
                .startsWith("Provförbund · ");
        assertThat(deadlines.of(List.of(task), Languages.FINNISH)).isEmpty();
    }

    @Test
    void recordsToWhichMatterADoneTaskBelonged() {
        desk.complete(task.id(), coordinator, Map.of("undeliverableAnswer", "GIVEN_UP", "reason", "Ei tarvita."));
        assertThat(worklist.of(coordinator)).isEmpty();
        assertThat(jdbc.sql("""
                        select details ->> 'matter' from hyte.audit_event
                        where municipality_code = :council and action = 'task.completed' and cycle_id is null""")
                        .param("council", council.code().value())
                        .query(String.class)
                        .list())
                .containsExactly(task.matter());
    }

    @Test
    void tellsOfItInAMailThatNamesTheCouncilAndNoYear() throws MessagingException {
        at(NOW.plus(Duration.ofDays(1)));
        dispatcher.dispatchDue();
        Received mail = server.received().stream()
                .filter(one -> one.recipient().equals(coordinator.email()))
                .findFirst()
                .orElseThrow();
        assertThat(mail.message().getSubject())
                .isEqualTo("Koeliitto: Käsittele perille menemättömät viestit – viimeistään ti 12.1.2027 klo 16.00");
        assertThat(mail.tasks()).containsExactly(task.id());
    }

    @Test
    void knowsTheMunicipalitiesOfItsRegionAndNoOthers() {
        Town member = towns.make();
        towns.make();
        jdbc.sql("update hyte.municipality set region_code = :council where code = :town")
                .param("council", council.code().value())
                .param("town", member.code().value())
                .update();
        assertThat(municipalities.ofRegion(council.code()))
                .extracting(Municipality::code)
                .containsExactly(member.code());
        assertThat(municipalities.get(council.code()).kind()).isEqualTo(Municipality.Kind.REGIONAL_COUNCIL);
    }
}
