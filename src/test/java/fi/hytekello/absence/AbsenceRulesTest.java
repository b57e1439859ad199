package fi.hytekello.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsenceRulesTest {

    private static final MunicipalityCode JUVA = new MunicipalityCode("178");
    private static final MunicipalityCode MIKKELI = new MunicipalityCode("491");
    private static final DepartmentCode EDUCATION = new DepartmentCode("education");
    private static final LocalDate TODAY = LocalDate.of(2027, 7, 5);

    @ParameterizedTest
    @CsvSource({
        "2027-07-09, 2027-07-08, lastDay, problem.absence.order",
        "2027-07-01, 2027-07-04, lastDay, problem.absence.past",
        "2027-07-05, 2028-07-05, lastDay, problem.absence.long"
    })
    void refusesAPeriodThatIsTurnedPastOrTooLong(LocalDate from, LocalDate until, String field, String message) {
        assertRefused(draft(from, until, null), List.of(), null, field, message);
    }

    @ParameterizedTest
    @CsvSource({"2027-07-01, 2027-07-05", "2027-07-05, 2027-07-05", "2027-07-05, 2028-07-04"})
    void takesAPeriodThatHasBegunASingleDayAndAYear(LocalDate from, LocalDate until) {
        assertThatCode(() -> AbsenceRules.check(draft(from, until, null), null, List.of(), null, TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void keepsTheFirstDayOfAnAbsenceThatHasBegun() {
        Absence begun = absence("sijaistettava", "2027-07-01", "2027-07-10", null);
        AbsenceDraft later = draft(LocalDate.of(2027, 7, 6), LocalDate.of(2027, 7, 10), null);
        assertThatThrownBy(() -> AbsenceRules.check(later, begun, List.of(), null, TODAY))
                .isInstanceOf(InvalidInput.class)
                .extracting("field", "messageKey")
                .containsExactly("firstDay", "problem.absence.begun");
        AbsenceDraft longer = draft(LocalDate.of(2027, 7, 1), LocalDate.of(2027, 7, 20), null);
        assertThatCode(() -> AbsenceRules.check(longer, begun, List.of(), null, TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesASecondAbsenceOfThePersonOnTheSameDay() {
        List<Absence> others = List.of(absence("sijaistettava", "2027-07-09", "2027-07-12", null));
        assertRefused(week(null), others, null, "firstDay", "problem.absence.overlap");
        assertThatCode(() ->
                        AbsenceRules.check(draft(TODAY, LocalDate.of(2027, 7, 8), null), null, others, null, TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void passesOverAbsencesThatWereEndedAndThoseOfOthers() {
        Absence ended = new Absence(
                new AbsenceId(2),
                new Username("sijaistettava"),
                JUVA,
                LocalDate.of(2027, 7, 1),
                LocalDate.of(2027, 7, 30),
                null,
                new Username("sijaistettava"),
                Instant.EPOCH,
                Instant.parse("2027-07-03T09:00:00Z"),
                1);
        List<Absence> others = List.of(ended, absence("kolmas", "2027-07-01", "2027-07-30", null));
        assertThatCode(() -> AbsenceRules.check(week("sijainen"), null, others, person("sijainen", JUVA), TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesADeputyWhoIsThePersonAStrangerOrUnknown() {
        String field = "substitute-178";
        assertRefused(week("sijaistettava"), List.of(), person("sijaistettava", JUVA), field, "problem.absence.self");
        assertRefused(week("sijainen"), List.of(), person("sijainen", MIKKELI), field, "problem.absence.stranger");
        assertRefused(week("sijainen"), List.of(), null, field, "problem.absence.stranger");
    }

    @Test
    void refusesADeputyWhoIsAwayOnOneOfTheDaysAndAnAbsenceOfWhoStandsInThen() {
        List<Absence> others = List.of(absence("sijainen", "2027-07-09", "2027-07-12", "kolmas"));
        assertRefused(
                week("sijainen"), others, person("sijainen", JUVA), "substitute-178", "problem.absence.deputyAway");
        List<Absence> promised = List.of(absence("kolmas", "2027-07-09", "2027-07-12", "sijaistettava"));
        assertRefused(week(null), promised, null, "firstDay", "problem.absence.isDeputy");
    }

    @Test
    void warnsWhereOneWouldPrepareAndApprove() {
        Person contact = person("sijaistettava", Role.DEPARTMENT, EDUCATION);
        Person director = person("sijainen", Role.DEPARTMENT_DIRECTOR, EDUCATION);
        Person elsewhere = person("kolmas", Role.DEPARTMENT_DIRECTOR, new DepartmentCode("technical"));
        Person manager = person("johtaja", Role.MANAGER, null);
        Person coordinator = person("koordinaattori", Role.COORDINATOR, null);
        Person finance = person("talous", Role.FINANCE, null);
        assertThat(warnings(director, contact)).containsExactly(AbsenceWarning.OWN_PROPOSALS);
        assertThat(warnings(contact, director)).containsExactly(AbsenceWarning.OWN_PROPOSALS);
        assertThat(warnings(contact, elsewhere)).isEmpty();
        assertThat(warnings(manager, coordinator)).containsExactly(AbsenceWarning.OWN_DOCUMENTS);
        assertThat(warnings(finance, manager)).containsExactly(AbsenceWarning.OWN_BUDGET);
        assertThat(warnings(finance, coordinator)).isEmpty();
        assertThat(warnings(manager, null)).containsExactly(AbsenceWarning.NO_DEPUTY);
    }

    @Test
    void standsByTheClockInFinlandAlsoWhereItChanges() {
        Absence absence = absence("sijaistettava", "2027-10-28", "2027-10-31", null);
        assertThat(absence.state(Instant.parse("2027-10-27T20:59:59Z"))).isEqualTo(Absence.State.COMING);
        assertThat(absence.state(Instant.parse("2027-10-27T21:00:00Z"))).isEqualTo(Absence.State.RUNNING);
        assertThat(absence.state(Instant.parse("2027-10-31T21:59:59Z"))).isEqualTo(Absence.State.RUNNING);
        assertThat(absence.state(Instant.parse("2027-10-31T22:00:00Z"))).isEqualTo(Absence.State.OVER);
    }

    private static List<AbsenceWarning> warnings(Person absent, @Nullable Person deputy) {
        return AbsenceWarning.of(absent, deputy, JUVA);
    }

    private static void assertRefused(
            AbsenceDraft draft, List<Absence> others, @Nullable Person deputy, String field, String message) {
        assertThatThrownBy(() -> AbsenceRules.check(draft, null, others, deputy, TODAY))
                .isInstanceOf(InvalidInput.class)
                .extracting("field", "messageKey")
                .containsExactly(field, message);
    }

    private static AbsenceDraft week(@Nullable String deputy) {
        return draft(TODAY, LocalDate.of(2027, 7, 9), deputy);
    }

    private static AbsenceDraft draft(LocalDate from, LocalDate until, @Nullable String deputy) {
        return new AbsenceDraft(
                new Username("sijaistettava"), JUVA, from, until, deputy == null ? null : new Username(deputy));
    }

    private static Absence absence(String person, String from, String until, @Nullable String deputy) {
        return new Absence(
                new AbsenceId(1),
                new Username(person),
                JUVA,
                LocalDate.parse(from),
                LocalDate.parse(until),
                deputy == null ? null : new Username(deputy),
                new Username(person),
                Instant.EPOCH,
                null,
                0);
    }

    private static Person person(String username, MunicipalityCode municipality) {
        return person(username, List.of(new Person.Holding(municipality, Role.SECRETARY, null)));
    }

    private static Person person(String username, Role role, @Nullable DepartmentCode department) {
        return person(username, List.of(new Person.Holding(JUVA, role, department)));
    }

    private static Person person(String username, List<Person.Holding> holdings) {
        return new Person(
                new Username(username), username, username, username + "@x.example", Languages.FINNISH, holdings);
    }
}
