package fi.hytekello.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A coordinator's task passes to the secretary and back. The absence is from Thursday to the Sunday on which the clocks
 * go back.
 */
@WholeTest
class HandOverTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 10, 28);
    private static final LocalDate LAST = LocalDate.of(2027, 10, 31);
    private static final String BEGINS = "2027-10-27T21:00:00Z";
    private static final String FIRST_MORNING = "2027-10-28T05:00:00Z";
    private static final String LAST_SECOND = "2027-10-31T21:59:59Z";
    private static final String ENDS = "2027-10-31T22:00:00Z";
    private static final String RETURN_MORNING = "2027-11-01T06:00:00Z";

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Absences absences;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private Town town;
    private Cycle cycle;
    private Absence absence;

    @BeforeEach
    void setAbsence() {
        at("2027-10-25T08:00:00Z");
        town = towns.make();
        cycle = planning.start(town.code(), 2028, coordinator());
        absences.set(
                List.of(new AbsenceDraft(
                        coordinator().username(),
                        town.code(),
                        FIRST,
                        LAST,
                        secretary().username())),
                coordinator());
        absence = absences.of(town.code()).get(0);
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void whatTheAbsentClaimedIsFreedForTheDeputyAndWhatTheDeputyClaimedComesBack() {
        claim(coordinator());
        fire("Event_AbsenceBegins", BEGINS);
        assertThat(only().assignee()).isNull();
        assertThat(worklist.of(secretary())).containsExactly(only());
        claim(secretary());
        fire("Event_FirstMorning", FIRST_MORNING);
        assertThat(told()).containsExactly("DEPUTY_NOTICE secretary absence");

        at(LAST_SECOND);
        assertThat(worklist.of(secretary())).containsExactly(only());
        at(ENDS);
        assertThat(worklist.of(secretary())).isEmpty();
        assertThatThrownBy(() -> desk.complete(only().id(), secretary(), Map.of()))
                .isInstanceOf(Refused.class);
        fire("Event_AbsenceEnds", ENDS);
        assertThat(only().assignee()).isNull();
        fire("Event_ReturnMorning", RETURN_MORNING);
        assertThat(told()).containsExactly("DEPUTY_NOTICE secretary absence", "RETURN_NOTICE coordinator own");
        assertThat(instances()).isZero();
    }

    @Test
    void theDeputyCompletesInTheNameOfTheAbsentAndTheTrailSaysSo() {
        claim(coordinator());
        at(BEGINS);
        desk.complete(only().id(), secretary(), Map.of());
        assertThat(only().task()).isEqualTo("Activity_ConfirmCycle");
        assertThat(jdbc.sql("""
                                select details ->> 'deputyFor' from hyte.audit_event
                                where cycle_id = :cycle and action = 'task.completed'""")
                        .param("cycle", cycle.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo(coordinator().username().value());
    }

    @Test
    void theAbsentMayStillAct() {
        fire("Event_AbsenceBegins", BEGINS);
        assertThat(worklist.of(coordinator())).containsExactly(only());
        claim(coordinator());
        desk.complete(only().id(), coordinator(), Map.of());
        assertThat(only().task()).isEqualTo("Activity_ConfirmCycle");
        assertThat(jdbc.sql("""
                                select count(*) from hyte.audit_event
                                where cycle_id = :cycle and jsonb_exists(details, 'deputyFor')""")
                        .param("cycle", cycle.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyActsBeforeTheFirstDay() {
        at("2027-10-27T20:59:59Z");
        assertThat(worklist.of(secretary())).isEmpty();
        assertThatThrownBy(() -> desk.complete(only().id(), secretary(), Map.of()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void anotherDeputyIsToldTooAndTheFormerLetsGo() {
        fire("Event_AbsenceBegins", BEGINS);
        fire("Event_FirstMorning", FIRST_MORNING);
        claim(secretary());
        absences.change(
                absence.id(), FIRST, LAST, town.person(Role.FINANCE).username(), absence.version(), coordinator());
        fireNow("Event_AbsenceBegins");
        assertThat(only().assignee()).isNull();
        assertThat(worklist.of(secretary())).isEmpty();
        fireNow("Event_FirstMorning");
        assertThat(told()).containsExactly("DEPUTY_NOTICE finance absence", "DEPUTY_NOTICE secretary absence");
        assertThat(job("Event_AbsenceEnds").getDuedate()).isEqualTo(Instant.parse(ENDS));
    }

    @Test
    void endingEarlyBringsTheTasksBackAtOnceAndTellsWhatIsOpen() {
        fire("Event_AbsenceBegins", BEGINS);
        fire("Event_FirstMorning", FIRST_MORNING);
        claim(secretary());
        at("2027-10-29T07:30:00Z");
        absences.end(absence.id(), absence.version(), coordinator());
        assertThat(worklist.of(secretary())).isEmpty();
        for (String step :
                List.of("Event_AbsenceBegins", "Event_FirstMorning", "Event_AbsenceEnds", "Event_ReturnMorning")) {
            fireNow(step);
        }
        assertThat(only().assignee()).isNull();
        assertThat(told()).containsExactly("DEPUTY_NOTICE secretary absence", "RETURN_NOTICE coordinator own");
        assertThat(instances()).isZero();
    }

    @Test
    void aTaskThatTheDeputySeesAnywayIsNotToldAgain() {
        jdbc.sql(
                        "insert into hyte.person_role (username, municipality_code, role) values (:username, :code, 'COORDINATOR')")
                .param("username", secretary().username().value())
                .param("code", town.code().value())
                .update();
        fire("Event_AbsenceBegins", BEGINS);
        fire("Event_FirstMorning", FIRST_MORNING);
        assertThat(told()).isEmpty();
    }

    private Person coordinator() {
        return town.person(Role.COORDINATOR);
    }

    private Person secretary() {
        return town.person(Role.SECRETARY);
    }

    private void claim(Person person) {
        identities.setAuthentication(
                person.username().value(),
                person.holdingsInEffect().stream().map(Person.Holding::group).toList(),
                List.of(town.code().value()));
        try {
            tasks.claim(only().id(), person.username().value());
        } finally {
            identities.clearAuthentication();
        }
        assertThat(only().assignee()).isEqualTo(person.username());
    }

    private void fire(String timer, String moment) {
        assertThat(job(timer).getDuedate()).isEqualTo(Instant.parse(moment));
        at(moment);
        fireNow(timer);
    }

    private void fireNow(String timer) {
        assertThat(job(timer).getDuedate()).isBeforeOrEqualTo(ClockUtil.getCurrentTime());
        management.executeJob(job(timer).getId());
    }

    private Job job(String timer) {
        List<Job> jobs = management.createJobQuery().activityId(timer).list().stream()
                .filter(job -> job.getProcessInstanceId().equals(instance()))
                .toList();
        assertThat(jobs).as(timer).hasSize(1);
        return jobs.get(0);
    }

    private String instance() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(absence.id().key())
                .singleResult()
                .getId();
    }

    private long instances() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(absence.id().key())
                .count();
    }

    private OpenTask only() {
        List<OpenTask> open = worklist.ofCycle(cycle.id());
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private List<String> told() {
        return jdbc.sql("""
                        select kind || ' ' || replace(recipient, '.' || municipality_code, '') || ' '
                            || case when jsonb_exists(payload, 'absence') then 'absence' else 'own' end
                        from hyte.notification where cycle_id = :cycle and kind in ('DEPUTY_NOTICE', 'RETURN_NOTICE')
                        order by 1""")
                .param("cycle", cycle.id().value())
                .query(String.class)
                .list();
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }
}
