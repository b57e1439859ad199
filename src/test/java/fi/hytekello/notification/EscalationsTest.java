package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskClosed;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lateness comes to the right desk, level by level. Most tasks are due on Monday 1.2.2027. */
@WholeTest
class EscalationsTest {

    private static final Instant DUE = Instant.parse("2027-02-01T14:00:00Z");

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Worklist worklist;

    @Autowired
    Reminders reminders;

    @Autowired
    Escalations escalations;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Cycle cycle;

    @BeforeEach
    void startCycle() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-01-04T08:00:00Z")));
        town = towns.make();
        cycle = planning.start(town.code(), 2027, town.person(Role.COORDINATOR));
        jdbc.sql("delete from hyte.notification where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        jdbc.sql("delete from hyte.work_item where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void lateWorkGoesFromThePersonToTheDirectorAndToTheManager() {
        worklist.opened(Tasks.departmental(cycle, id("a"), DUE));
        mornings("2027-02-02", "2027-02-28");
        assertThat(escalated())
                .containsExactly(
                        "2027-02-08 department-director-education " + id("a"), "2027-02-15 manager " + id("a"));
    }

    /** The coordinator's next level is the manager, who has none above but the coordinator; nobody writes to the board. */
    @Test
    void theManagersLatenessGoesToTheCoordinatorAndNoFurther() {
        worklist.opened(Tasks.managers(cycle, id("m"), DUE));
        worklist.opened(Tasks.calendar(cycle, id("c"), DUE));
        mornings("2027-02-02", "2027-03-31");
        assertThat(escalated()).containsExactly("2027-02-04 coordinator " + id("m"), "2027-02-08 manager " + id("c"));
    }

    @Test
    void theRegionsLatenessGoesFromItsCoordinatorToItsDirector() {
        worklist.opened(Tasks.of(cycle, id("r"), "regional-coordinator", DUE));
        mornings("2027-02-02", "2027-03-31");
        assertThat(escalated()).containsExactly("2027-02-08 regional-director " + id("r"));
    }

    /** Due on Wednesday 23.12.2026 before Christmas Eve; the next working day is Monday 28.12. */
    @Test
    void whatIsLateOnAHolidayIsToldOnTheNextWorkingDay() {
        worklist.opened(Tasks.departmental(cycle, id("a"), Instant.parse("2026-12-23T14:00:00Z")));
        assertThat(toldOn("2026-12-24", "2026-12-27")).isEmpty();
        assertThat(toldOn("2026-12-28", "2026-12-28")).containsExactly("OVERDUE department-education");
        assertThat(toldOn("2026-12-29", "2026-12-29"))
                .as("the fifth day was Monday, on which the person heard first")
                .containsExactly("ESCALATION department-director-education", "OVERDUE department-education");
    }

    @Test
    void aVacantPostIsPassedOverAndTheMailSaysSo() {
        leavesPost("department-director-education");
        worklist.opened(Tasks.departmental(cycle, id("a"), DUE));
        mornings("2027-02-02", "2027-02-28");
        assertThat(escalated()).containsExactly("2027-02-08 manager " + id("a"));
        assertThat(payloads("vacant")).containsExactly("DEPARTMENT_DIRECTOR");
        assertThat(next()).as("who is named to those who are late").containsOnly("MANAGER");
    }

    @Test
    void whereAllPostsAboveAreVacantTheCoordinatorKnows() {
        leavesPost("department-director-education");
        leavesPost("manager");
        worklist.opened(Tasks.departmental(cycle, id("a"), DUE));
        mornings("2027-02-02", "2027-02-28");
        assertThat(escalated()).containsExactly("2027-02-08 coordinator " + id("a"));
        assertThat(payloads("vacant")).containsExactly("DEPARTMENT_DIRECTOR,MANAGER");
    }

    @Test
    void whereNobodyIsAboveNobodyIsNamed() {
        leavesPost("department-director-education");
        leavesPost("manager");
        leavesPost("coordinator");
        worklist.opened(Tasks.departmental(cycle, id("a"), DUE));
        mornings("2027-02-02", "2027-02-28");
        assertThat(escalated()).isEmpty();
        assertThat(next()).containsOnly("");
    }

    /** In a small municipality the education contact is the director too: nobody is told of the own lateness. */
    @Test
    void whoStandsAboveTheOwnTaskIsNotToldButTheNextOneIs() {
        takesRole("department-education." + town.code(), Role.DEPARTMENT_DIRECTOR, "education");
        leavesPost("department-director-education");
        worklist.opened(Tasks.departmental(cycle, id("a"), DUE));
        mornings("2027-02-02", "2027-02-28");
        assertThat(escalated()).containsExactly("2027-02-08 manager " + id("a"));
        assertThat(payloads("vacant")).isEmpty();
    }

    /** The director of education is the manager too: both levels are one person, who hears once. */
    @Test
    void aPersonWithSeveralRolesIsToldOnce() {
        takesRole("department-director-education." + town.code(), Role.MANAGER, null);
        leavesPost("manager");
        worklist.opened(Tasks.departmental(cycle, id("a"), DUE));
        mornings("2027-02-02", "2027-03-31");
        assertThat(escalated()).containsExactly("2027-02-08 department-director-education " + id("a"));
    }

    /** The fifth day is a Saturday: the director's mail waits over the weekend, in which the department reports. */
    @Test
    void endsWithItsTask() {
        OpenTask task = Tasks.departmental(cycle, id("a"), DUE);
        worklist.opened(task);
        mornings("2027-02-02", "2027-02-06");
        assertThat(escalations.standing(cycle.id())).singleElement().satisfies(standing -> {
            assertThat(standing.task().id()).isEqualTo(task.id());
            assertThat(standing.since()).isEqualTo(LocalDate.of(2027, 2, 8));
            assertThat(standing.told()).containsExactly(new Username("department-director-education." + town.code()));
        });

        worklist.closed(task.id());
        transactions.executeWithoutResult(status -> events.publishEvent(new TaskClosed(task.id())));
        assertThat(escalations.standing(cycle.id())).isEmpty();
        assertThat(escalated()).isEmpty();
        mornings("2027-02-09", "2027-02-28");
        assertThat(escalated()).isEmpty();
    }

    @Test
    void aNewDeadlineEndsItToo() {
        OpenTask task = Tasks.departmental(cycle, id("a"), DUE);
        worklist.opened(task);
        mornings("2027-02-02", "2027-02-08");
        worklist.dueChanged(task.id(), Instant.parse("2027-03-01T14:00:00Z"));
        assertThat(escalations.standing(cycle.id())).isEmpty();
    }

    /** Fires the timers of a phase on each morning, as if they woke every day. */
    private void mornings(String from, String to) {
        for (LocalDate day = LocalDate.parse(from); !day.isAfter(LocalDate.parse(to)); day = day.plusDays(1)) {
            ClockUtil.setCurrentTime(Date.from(Instant.parse(day + "T04:30:01Z")));
            reminders.remind("instance-" + cycle.id());
            reminders.tellOverdue("instance-" + cycle.id());
            escalations.escalate(cycle.id());
        }
    }

    /** What leaves on these days. */
    private List<String> toldOn(String from, String to) {
        mornings(from, to);
        return jdbc.sql("""
                        select kind || ' ' || replace(recipient, '.' || municipality_code, '') from hyte.notification
                        where cycle_id = :cycle and (send_after at time zone 'Europe/Helsinki')::date <= :to::date order by 1""")
                .param("cycle", cycle.id().value())
                .param("to", to)
                .query(String.class)
                .list();
    }

    private List<String> escalated() {
        return jdbc.sql("""
                        select (send_after at time zone 'Europe/Helsinki')::date || ' '
                            || replace(recipient, '.' || municipality_code, '') || ' ' || task_id
                        from hyte.notification
                        where cycle_id = :cycle and kind = 'ESCALATION' and dropped_at is null order by send_after, 1""")
                .param("cycle", cycle.id().value())
                .query(String.class)
                .list();
    }

    private List<String> payloads(String key) {
        return jdbc.sql("""
                        select payload ->> :key from hyte.notification
                        where cycle_id = :cycle and kind = 'ESCALATION' and payload ->> :key is not null order by send_after""")
                .param("key", key)
                .param("cycle", cycle.id().value())
                .query(String.class)
                .list();
    }

    private List<String> next() {
        return jdbc.sql("""
                        select payload ->> 'next' from hyte.notification
                        where cycle_id = :cycle and kind in ('OVERDUE', 'STILL_LATE') order by send_after""")
                .param("cycle", cycle.id().value())
                .query(String.class)
                .list();
    }

    private void leavesPost(String name) {
        jdbc.sql("update hyte.person set active = false where username = :name")
                .param("name", name + "." + town.code())
                .update();
    }

    private void takesRole(String username, Role role, @Nullable String department) {
        jdbc.sql("""
                        insert into hyte.person_role (username, municipality_code, role, department_code)
                        values (:username, :municipality, :role, :department)""")
                .param("username", username)
                .param("municipality", town.code().value())
                .param("role", role.name())
                .param("department", department)
                .update();
    }

    private String id(String task) {
        return task + "-" + cycle.id();
    }
}
