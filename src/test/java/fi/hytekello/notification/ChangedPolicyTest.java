package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.TaskKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decision table alone says who is told when: another one, deployed while the product runs, counts at once. */
@WholeTest
class ChangedPolicyTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    ReminderSchedule schedule;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private @Nullable String deployment;

    @BeforeEach
    void stopTheClock() {
        at("2027-01-04T08:00:00Z");
    }

    @AfterEach
    void takeItBack() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
        ClockUtil.reset();
    }

    /** Due on Friday 15.1.; nine days before is Epiphany, which Tuesday 5.1. covers; the manager hears on the second day. */
    @Test
    void movesTheTimersAndWhatTheyTell() throws IOException {
        assertThat(schedule.escalationDays(TaskKind.ORDINARY, Role.COORDINATOR)).hasValue(5);
        Cycle before = start();
        assertThat(timers(before)).containsExactly("2027-01-08T04:30:00Z", "2027-01-18T04:30:00Z");

        deploy("[3..7]", "[3..9]", "&lt;= -5", "&lt;= -2");

        Cycle after = start();
        assertThat(timers(after)).containsExactly("2027-01-05T04:30:00Z", "2027-01-18T04:30:00Z");
        fire(after, "2027-01-05T04:30:01Z");
        assertThat(told(after)).containsExactly("FIRST_REMINDER coordinator");
        fire(after, "2027-01-18T04:30:01Z");
        fire(after, "2027-01-19T04:30:01Z");
        assertThat(told(after))
                .containsExactly("FIRST_REMINDER coordinator", "OVERDUE coordinator", "ESCALATION manager");
        assertThat(schedule.escalationDays(TaskKind.ORDINARY, Role.COORDINATOR)).hasValue(2);
    }

    private Cycle start() {
        Town town = towns.make();
        return planning.start(town.code(), 2027, town.person(Role.COORDINATOR));
    }

    private void deploy(String... changes) throws IOException {
        String table = Files.readString(Path.of("processes/notification/reminder-policy.dmn"));
        for (int n = 0; n < changes.length; n += 2) {
            assertThat(table).contains(changes[n]);
            table = table.replace(changes[n], changes[n + 1]);
        }
        deployment = repository
                .createDeployment()
                .addString("processes/notification/reminder-policy.dmn", table)
                .deploy()
                .getId();
    }

    private void fire(Cycle cycle, String moment) {
        at(moment);
        jobs.createJobQuery()
                .tenantIdIn(cycle.municipality().value())
                .executable()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private List<String> timers(Cycle cycle) {
        return jobs.createJobQuery().tenantIdIn(cycle.municipality().value()).orderByJobDuedate().asc().list().stream()
                .map(job -> job.getDuedate().toInstant().toString())
                .toList();
    }

    private List<String> told(Cycle cycle) {
        return jdbc.sql("""
                        select kind || ' ' || replace(recipient, '.' || municipality_code, '') from hyte.notification
                        where cycle_id = :cycle and kind <> 'TASK_NOTICE' order by created_at""")
                .param("cycle", cycle.id().value())
                .query(String.class)
                .list();
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }
}
