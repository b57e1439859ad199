package fi.hytekello.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.audit.AuditEvent;
import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sets, changes and ends absences, and what the deputy holds meanwhile. */
@WholeTest
class AbsencesTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 7, 12);
    private static final LocalDate LAST = LocalDate.of(2027, 7, 16);

    @Autowired
    Towns towns;

    @Autowired
    Absences absences;

    @Autowired
    People people;

    @Autowired
    AuditTrail audit;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private Town town;

    @BeforeEach
    void makeTown() {
        at("2027-07-05T09:00:00Z");
        town = towns.make();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void theDeputyHoldsTheRolesOnTheDaysOfTheAbsenceOnly() {
        set(Role.MANAGER, Role.SECRETARY, Role.MANAGER);
        at("2027-07-11T20:59:59Z");
        assertThat(secretary().holds(Role.MANAGER, town.code())).isFalse();
        at("2027-07-11T21:00:00Z");
        assertThat(secretary().holds(Role.MANAGER, town.code())).isTrue();
        assertThat(secretary().isInGroup("manager", town.code())).isTrue();
        assertThat(secretary().inOwnRight().holds(Role.MANAGER, town.code())).isFalse();
        assertThat(secretary().holdings()).extracting(Person.Holding::role).containsExactly(Role.SECRETARY);
        assertThat(town.person(Role.MANAGER).holds(Role.MANAGER, town.code())).isTrue();
        at("2027-07-16T20:59:59Z");
        assertThat(secretary().holds(Role.MANAGER, town.code())).isTrue();
        at("2027-07-16T21:00:00Z");
        assertThat(secretary().holds(Role.MANAGER, town.code())).isFalse();
    }

    @Test
    void theAdministratorsRoleIsNotDelegated() {
        set(Role.ADMIN, Role.SECRETARY, Role.ADMIN);
        at("2027-07-13T09:00:00Z");
        assertThat(secretary().holds(Role.ADMIN, town.code())).isFalse();
        assertThat(people.inGroups(town.code(), List.of("admin")))
                .extracting(Person::username)
                .containsExactly(name(Role.ADMIN));
    }

    @Test
    void aDeputyWhoHasLeftHoldsNothingAndTheMailsGoToTheAbsentAgain() {
        set(Role.MANAGER, Role.SECRETARY, Role.MANAGER);
        at("2027-07-13T09:00:00Z");
        assertThat(actingManager()).containsExactly(name(Role.SECRETARY));
        jdbc.sql("delete from hyte.person_role where username = :username")
                .param("username", name(Role.SECRETARY).value())
                .update();
        assertThat(secretary().holds(Role.MANAGER, town.code())).isFalse();
        assertThat(actingManager()).containsExactly(name(Role.MANAGER));
    }

    @Test
    void thePersonCoordinatorAndAdministratorMaySetItAndNobodyElse() {
        set(Role.FINANCE, null, Role.COORDINATOR);
        set(Role.MANAGER, null, Role.ADMIN);
        set(Role.REGISTRY, null, Role.REGISTRY);
        assertThatThrownBy(() -> set(Role.SECRETARY, null, Role.REGISTRY)).isInstanceOf(Refused.class);
        Person foreign = towns.make().person(Role.COORDINATOR);
        assertThatThrownBy(() -> absences.set(List.of(draft(Role.SECRETARY, null)), foreign))
                .isInstanceOf(Refused.class);
        assertThat(absences.of(town.code())).hasSize(3);
        Absence known = only(Role.MANAGER);
        assertThatThrownBy(() -> absences.end(known.id(), 0, foreign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> absences.end(known.id(), 0, town.person(Role.REGISTRY)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> absences.change(known.id(), FIRST, LAST, null, 0, town.person(Role.REGISTRY)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theCoordinatorsDeputyKeepsAbsencesButNotTheOneThatMakesTheDeputy() {
        set(Role.COORDINATOR, Role.SECRETARY, Role.COORDINATOR);
        at("2027-07-13T09:00:00Z");
        absences.set(List.of(new AbsenceDraft(name(Role.FINANCE), town.code(), FIRST, LAST, null)), secretary());
        Absence own = only(Role.COORDINATOR);
        assertThatThrownBy(() -> absences.change(
                        own.id(), FIRST, LAST.plusMonths(3), name(Role.SECRETARY), own.version(), secretary()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> absences.set(
                        List.of(new AbsenceDraft(name(Role.MANAGER), town.code(), FIRST, LAST, name(Role.SECRETARY))),
                        secretary()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aSecondClickSetsNothingTwice() {
        set(Role.MANAGER, Role.SECRETARY, Role.MANAGER);
        set(Role.MANAGER, Role.SECRETARY, Role.MANAGER);
        assertThat(absences.of(town.code())).hasSize(1);
        assertThat(history(only(Role.MANAGER))).containsExactly("absence.set");
        assertThat(instances(only(Role.MANAGER))).isEqualTo(1);
        assertThatThrownBy(() -> set(Role.MANAGER, null, Role.MANAGER))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("firstDay");
    }

    @Test
    void ofTwoEditorsTheSecondIsToldOfTheFirst() {
        set(Role.MANAGER, Role.SECRETARY, Role.MANAGER);
        Absence seen = only(Role.MANAGER);
        change(seen, LAST.plusDays(3), Role.COORDINATOR);
        change(seen, LAST.plusDays(3), Role.COORDINATOR);
        assertThatThrownBy(() -> change(seen, LAST.plusDays(1), Role.MANAGER)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> absences.end(seen.id(), seen.version(), town.person(Role.MANAGER)))
                .isInstanceOf(Conflict.class);
        assertThat(only(Role.MANAGER).endsOn()).isEqualTo(LAST.plusDays(3));
        assertThat(history(seen)).containsExactly("absence.changed", "absence.set");
    }

    @Test
    void anAbsenceThatHasNotBegunIsCancelledOnce() {
        set(Role.MANAGER, Role.SECRETARY, Role.MANAGER);
        Absence coming = only(Role.MANAGER);
        absences.end(coming.id(), coming.version(), town.person(Role.MANAGER));
        absences.end(coming.id(), coming.version(), town.person(Role.MANAGER));
        assertThat(only(Role.MANAGER).state(ClockUtil.getCurrentTime().toInstant()))
                .isEqualTo(Absence.State.CANCELLED);
        assertThat(instances(coming)).isZero();
        assertThat(history(coming)).containsExactly("absence.cancelled", "absence.set");
        at("2027-07-13T09:00:00Z");
        assertThat(secretary().holds(Role.MANAGER, town.code())).isFalse();
        assertThatThrownBy(() -> change(only(Role.MANAGER), LAST.plusDays(1), Role.MANAGER))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void anAbsenceThatRunsEndsAtOnce() {
        set(Role.MANAGER, Role.SECRETARY, Role.MANAGER);
        at("2027-07-13T09:00:00Z");
        assertThat(secretary().holds(Role.MANAGER, town.code())).isTrue();
        Absence running = only(Role.MANAGER);
        absences.end(running.id(), running.version(), town.person(Role.MANAGER));
        assertThat(secretary().holds(Role.MANAGER, town.code())).isFalse();
        assertThat(only(Role.MANAGER).ends()).isEqualTo("2027-07-13T09:00:00Z");
        assertThat(history(running)).containsExactly("absence.ended", "absence.set");
    }

    @Test
    void theAuditTrailKeepsThePeriodTheDeputyAndWhatWasWarnedOf() {
        set(Role.MANAGER, Role.COORDINATOR, Role.MANAGER);
        assertThat(events(only(Role.MANAGER)).get(0).details().toString())
                .contains("\"person\":\"" + name(Role.MANAGER) + "\"")
                .contains("\"deputy\":\"" + name(Role.COORDINATOR) + "\"")
                .contains("\"from\":\"2027-07-12\"", "\"until\":\"2027-07-16\"", "[\"OWN_DOCUMENTS\"]");
    }

    private void set(Role absent, @Nullable Role deputy, Role by) {
        absences.set(List.of(draft(absent, deputy)), town.person(by));
    }

    private AbsenceDraft draft(Role absent, @Nullable Role deputy) {
        return new AbsenceDraft(name(absent), town.code(), FIRST, LAST, deputy == null ? null : name(deputy));
    }

    private void change(Absence seen, LocalDate last, Role by) {
        absences.change(seen.id(), FIRST, last, seen.deputy(), seen.version(), town.person(by));
    }

    private Absence only(Role absent) {
        List<Absence> found = absences.of(name(absent));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<Username> actingManager() {
        return people.inGroups(town.code(), List.of("manager")).stream()
                .map(Person::username)
                .toList();
    }

    private Person secretary() {
        return town.person(Role.SECRETARY);
    }

    private Username name(Role role) {
        return new Username(role.group(null) + "." + town.code());
    }

    private List<AuditEvent> events(Absence absence) {
        return audit.about(town.code(), absence.id().key());
    }

    private List<String> history(Absence absence) {
        return events(absence).stream().map(AuditEvent::action).toList();
    }

    private long instances(Absence absence) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(absence.id().key())
                .count();
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }
}
