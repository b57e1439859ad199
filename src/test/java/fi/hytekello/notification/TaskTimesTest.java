package fi.hytekello.notification;

import static fi.hytekello.notification.MailBench.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that belongs to no year reminds and escalates by the deadlines of its own tasks. The model here is that of
 * undeliverable mails, but that it asks {@code taskTimes} and that giving up begins its phase anew.
 */
@WholeTest
class TaskTimesTest {

    private static final String TOMORROW = "2027-01-05T04:30:00Z";

    @Autowired
    Towns towns;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private String deployment;
    private Town council;
    private String matter;

    /** On Monday morning; the task is due on Tuesday 12.1., as Wednesday is Epiphany. */
    @BeforeEach
    void begin() throws IOException {
        at(Instant.parse("2027-01-04T06:00:00Z"));
        deployment = repository
                .createDeployment()
                .addString("processes/notification/undeliverable-mail.bpmn", model())
                .deploy()
                .getId();
        council = towns.makeRegionalCouncil();
        long id = jdbc.sql("""
                        insert into hyte.undeliverable (municipality_code, address, opened_at)
                        values (:council, 'kirjaamo@kunta.example', now()) returning id""")
                .param("council", council.code().value())
                .query(Long.class)
                .single();
        matter = "undeliverable:" + id;
        runtime.createProcessInstanceByKey("UndeliverableMail")
                .setVariable("municipalityCode", council.code().value())
                .setVariable("matter", matter)
                .setVariable("branch", "" + id)
                .execute();
    }

    private static String model() throws IOException {
        return Files.readString(Path.of("processes/notification/undeliverable-mail.bpmn"))
                .replace("undeliverableTimes.reminders", "taskTimes.reminders")
                .replace("undeliverableTimes.overdue", "taskTimes.overdue")
                .replace("targetRef=\"Event_MailsGivenUp\"", "targetRef=\"Activity_Handling\"");
    }

    @AfterEach
    void takeItBack() {
        repository.deleteDeployment(deployment, true);
        ClockUtil.reset();
    }

    @Test
    void remindsThenTellsOfLatenessAndThenTheDirector() {
        assertThat(timers()).as("before the task is there").containsExactly(TOMORROW, TOMORROW);
        fire(TOMORROW);
        assertThat(told()).isEmpty();
        assertThat(timers()).containsExactly("2027-01-11T04:30:00Z", "2027-01-13T04:30:00Z");

        fire("2027-01-11T04:30:00Z");
        assertThat(told()).containsExactly("LAST_REMINDER regional-coordinator");
        fire("2027-01-13T04:30:00Z");
        assertThat(told()).containsExactly("LAST_REMINDER regional-coordinator", "OVERDUE regional-coordinator");
        fire("2027-01-14T04:30:00Z");
        assertThat(told())
                .containsExactly(
                        "LAST_REMINDER regional-coordinator",
                        "OVERDUE regional-coordinator",
                        "ESCALATION regional-director");
    }

    @Test
    void movesTheTimersWithTheDeadlineOfTheTask() {
        fire(TOMORROW);
        tasks.setDueDate(task().id(), Date.from(Instant.parse("2027-01-19T14:00:00Z")));
        assertThat(task().dueAt()).isEqualTo("2027-01-19T14:00:00Z");
        assertThat(timers()).containsExactly("2027-01-18T04:30:00Z", "2027-01-20T04:30:00Z");
    }

    @Test
    void beginsAnewWithThePhaseThatComesNext() {
        OpenTask first = task();
        fire(TOMORROW);
        at(Instant.parse("2027-01-11T08:00:00Z"));
        desk.complete(
                first.id(),
                council.person(Role.REGIONAL_COORDINATOR),
                Map.of("undeliverableAnswer", "GIVEN_UP", "reason", "Ei tarvita."));
        assertThat(task().id()).isNotEqualTo(first.id());
        assertThat(timers()).containsExactly("2027-01-12T04:30:00Z", "2027-01-12T04:30:00Z");
        fire("2027-01-12T04:30:00Z");
        assertThat(timers()).containsExactly("2027-01-15T04:30:00Z", "2027-01-19T04:30:00Z");
    }

    private OpenTask task() {
        return worklist.ofMatter(matter).get(0);
    }

    private List<String> timers() {
        return jobs.createJobQuery().tenantIdIn(council.code().value()).orderByJobDuedate().asc().list().stream()
                .map(job -> job.getDuedate().toInstant().toString())
                .toList();
    }

    private void fire(String moment) {
        at(Instant.parse(moment).plusSeconds(1));
        jobs.createJobQuery()
                .tenantIdIn(council.code().value())
                .executable()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private List<String> told() {
        return jdbc.sql("""
                        select kind || ' ' || split_part(recipient, '.', 1) from hyte.notification
                        where municipality_code = :council and kind <> 'TASK_NOTICE' order by created_at""")
                .param("council", council.code().value())
                .query(String.class)
                .list();
    }
}
