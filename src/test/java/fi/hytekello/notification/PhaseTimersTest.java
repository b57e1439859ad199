package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.municipality.Role;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two timers of a phase, in the engine: the coordinator never confirms the calendar due on Friday 15.1.2027. */
@WholeTest
class PhaseTimersTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Milestones milestones;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private Cycle cycle;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void remindTellOfLatenessAndEscalateEachOnItsMorning() {
        at("2027-01-04T08:00:00Z");
        Town town = towns.make();
        cycle = planning.start(town.code(), 2027, town.person(Role.COORDINATOR));
        assertThat(timers()).containsExactly("2027-01-08T04:30:00Z", "2027-01-18T04:30:00Z");
        assertThat(told()).containsExactly("TASK_NOTICE coordinator");

        fire("2027-01-08T04:30:02Z");
        assertThat(timers()).containsExactly("2027-01-13T04:30:00Z", "2027-01-18T04:30:00Z");
        assertThat(told()).endsWith("FIRST_REMINDER coordinator");

        fire("2027-01-13T04:30:02Z");
        assertThat(told()).endsWith("LAST_REMINDER coordinator");
        assertThat(milestones.get(cycle.id(), MilestoneKind.CYCLE_OPENING).lateSince())
                .isNull();

        fire("2027-01-18T04:30:02Z");
        assertThat(told()).hasSize(4).endsWith("OVERDUE coordinator");
        assertThat(milestones.get(cycle.id(), MilestoneKind.CYCLE_OPENING).lateSince())
                .isEqualTo("2027-01-18T04:30:02Z");

        fire("2027-01-20T04:30:02Z");
        assertThat(told()).hasSize(5).endsWith("ESCALATION manager");
        fire("2027-01-25T04:30:02Z");
        assertThat(told()).hasSize(6).endsWith("STILL_LATE coordinator");
        fire("2027-01-26T04:30:02Z");
        assertThat(told()).hasSize(6);
        assertThat(timers()).hasSize(2);
    }

    /** What the timers of a morning tell leaves together at eight; the first notice, far from its deadline, too. */
    @Test
    void allThatTheyTellLeavesAtEight() {
        at("2027-01-04T08:00:00Z");
        Town town = towns.make();
        cycle = planning.start(town.code(), 2027, town.person(Role.COORDINATOR));
        for (String morning : List.of("2027-01-08", "2027-01-13", "2027-01-18", "2027-01-20", "2027-01-25")) {
            fire(morning + "T04:30:02Z");
        }
        assertThat(jdbc.sql("""
                                select to_char(send_after at time zone 'Europe/Helsinki', 'DD.MM. HH24:MI:SS')
                                from hyte.notification where cycle_id = :cycle order by send_after""")
                        .param("cycle", cycle.id().value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "05.01. 08:00:00",
                        "08.01. 08:00:00",
                        "13.01. 08:00:00",
                        "18.01. 08:00:00",
                        "20.01. 08:00:00",
                        "25.01. 08:00:00");
    }

    private void fire(String moment) {
        at(moment);
        jobs.createJobQuery()
                .tenantIdIn(cycle.municipality().value())
                .executable()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }

    private List<String> timers() {
        return jobs.createJobQuery().tenantIdIn(cycle.municipality().value()).orderByJobDuedate().asc().list().stream()
                .map(job -> job.getDuedate().toInstant().toString())
                .toList();
    }

    private List<String> told() {
        return jdbc.sql("""
                        select kind || ' ' || replace(recipient, '.' || municipality_code, '')
                        from hyte.notification where cycle_id = :cycle order by created_at""")
                .param("cycle", cycle.id().value())
                .query(String.class)
                .list();
    }
}
