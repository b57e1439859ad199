package fi.hytekello.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Deadline;
import fi.hytekello.calendar.DeadlineKind;
import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.RollPolicy;
import fi.hytekello.cycle.YearClock.Standing;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of new dates, on a calendar of 2027 that is read on Monday 1.3.2027 at noon. */
class CalendarRulesTest {

    private static final CycleId ID = new CycleId(1);
    private static final Cycle YEAR =
            new Cycle(ID, new MunicipalityCode("178"), 2027, Cycle.Kind.ANNUAL, Cycle.State.RUNNING);
    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final LocalTime FOUR = LocalTime.of(16, 0);
    private static final BusinessDays DAYS = new BusinessDays();

    private final DeadlineCheck check = new DeadlineCheck(Clock.fixed(NOW, ZoneOffset.UTC));

    // Dates.

    @ParameterizedTest
    @CsvSource({
        "REPORT_DRAFT,   2027-02-28, problem.milestone.past",
        "REPORT_DRAFT,   2028-03-15, problem.milestone.year",
        "REPORT_DRAFT,   2026-03-15, problem.milestone.past",
        "PROPOSALS,      2027-08-14, problem.milestone.opens",
        "BUDGET_COUNCIL, 2028-01-02, problem.milestone.statutory",
        "ACTIVATION,     2027-12-31, problem.milestone.year"
    })
    void refusesADateThatIsPastOutOfTheYearBeforeItsPhaseOrPastTheLaw(
            MilestoneKind kind, LocalDate date, String problem) {
        assertRefused(() -> check.dates(YEAR, moved(kind, date)), kind.name(), problem);
    }

    @ParameterizedTest
    @CsvSource({
        "REPORT_DRAFT, 2027-03-01",
        "PROPOSALS, 2027-08-15",
        "BUDGET_COUNCIL, 2027-12-31",
        "ACTIVATION, 2028-12-29"
    })
    void takesADateOnEachBorder(MilestoneKind kind, LocalDate date) {
        assertThatCode(() -> check.dates(YEAR, moved(kind, date))).doesNotThrowAnyException();
    }

    @Test
    void refusesTodayWhenTheRegistryHasClosed() {
        DeadlineCheck evening = new DeadlineCheck(Clock.fixed(Instant.parse("2027-03-01T14:00:00Z"), ZoneOffset.UTC));
        assertRefused(
                () -> evening.dates(YEAR, moved(MilestoneKind.REPORT_DRAFT, TODAY)),
                "REPORT_DRAFT",
                "problem.deadline.closed");
    }

    @Test
    void refusesAWeekendThatEndsOnThePastFriday() {
        Milestone council = step(MilestoneKind.BUDGET_COUNCIL, null, "2027-12-31");
        DeadlineCheck saturday = new DeadlineCheck(Clock.fixed(Instant.parse("2027-12-11T10:00:00Z"), ZoneOffset.UTC));
        Moved moved = new Moved(council, council.on(null, LocalDate.of(2027, 12, 12), RollPolicy.BACKWARD, DAYS, FOUR));
        assertRefused(() -> saturday.dates(YEAR, moved), "BUDGET_COUNCIL", "problem.deadline.closed");
    }

    /** 31.12.2028 is a Sunday. */
    @Test
    void refusesADateThatWouldMoveIntoTheNextYear() {
        Milestone board = step(MilestoneKind.BUDGET_BOARD, null, "2028-11-20");
        Moved moved = new Moved(board, board.on(null, LocalDate.of(2028, 12, 31), RollPolicy.FORWARD, DAYS, FOUR));
        assertRefused(() -> check.dates(YEAR, moved), "BUDGET_BOARD", "problem.deadline.rollsOver");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-28, opens.PROPOSALS, problem.deadline.openingPast",
        "2028-08-15, opens.PROPOSALS, problem.milestone.year",
        "2027-09-16, PROPOSALS,       problem.milestone.opens"
    })
    void refusesAnOpeningThatIsPastOutOfTheYearOrAfterTheDeadline(LocalDate opens, String field, String problem) {
        Milestone proposals = calendarStep(MilestoneKind.PROPOSALS);
        Moved moved = new Moved(proposals, proposals.on(opens, proposals.plannedOn(), RollPolicy.FORWARD, DAYS, FOUR));
        assertRefused(() -> check.dates(YEAR, moved), field, problem);
    }

    // Standing.

    @Test
    void refusesToMoveWhatIsDoneOrToOpenWhatIsOpen() {
        Milestone draft = calendarStep(MilestoneKind.REPORT_DRAFT);
        Moved moved = moved(MilestoneKind.REPORT_DRAFT, LocalDate.of(2027, 3, 20));
        assertRefused(
                () -> check.standing(moved, new YearClock.Step(1, draft, Standing.DONE)),
                "REPORT_DRAFT",
                "problem.deadline.done");
        assertThatCode(() -> check.standing(moved, new YearClock.Step(1, draft, Standing.LATE)))
                .doesNotThrowAnyException();
        Milestone proposals = calendarStep(MilestoneKind.PROPOSALS);
        Moved opening = new Moved(
                proposals,
                proposals.on(LocalDate.of(2027, 8, 20), proposals.plannedOn(), RollPolicy.FORWARD, DAYS, FOUR));
        assertRefused(
                () -> check.standing(opening, new YearClock.Step(1, proposals, Standing.OPEN)),
                "opens.PROPOSALS",
                "problem.deadline.opened");
        assertThatCode(() -> check.standing(opening, new YearClock.Step(1, proposals, Standing.AHEAD)))
                .doesNotThrowAnyException();
    }

    // What changes.

    @Test
    void onlyDatesThatDifferAreMovesAndTheTimeOfDayFollowsTheRegistry() {
        List<Moved> moved = NewDates.due(Map.of(
                        MilestoneKind.REPORT_DRAFT, LocalDate.of(2027, 3, 20),
                        MilestoneKind.STATEMENTS, LocalDate.of(2027, 4, 30),
                        MilestoneKind.START_DECISION, LocalDate.of(2027, 4, 30)))
                .in(calendar(), DAYS, LocalTime.of(15, 0));
        assertThat(moved).singleElement().satisfies(one -> {
            assertThat(one.told().plannedAfter()).isEqualTo("2027-03-20");
            assertThat(one.told().effectiveAfter()).isEqualTo("2027-03-22");
            assertThat(one.told().dueAfter()).isEqualTo("2027-03-22T13:00:00Z");
            assertThat(one.told().movesOpening()).isFalse();
        });
    }

    @Test
    void theReviewOfIndicatorsOpensWithTheReportsAndAnOpeningAloneLeavesTheDeadline() {
        List<Moved> moved = new NewDates(
                        Map.of(),
                        Map.of(
                                MilestoneKind.MEASURE_REPORTS, LocalDate.of(2027, 1, 20),
                                MilestoneKind.INDICATORS, LocalDate.of(2027, 2, 2),
                                MilestoneKind.REPORT_DRAFT, LocalDate.of(2027, 2, 2)))
                .in(calendar(), DAYS, LocalTime.of(15, 0));
        assertThat(moved)
                .extracting(Moved::kind)
                .containsExactly(MilestoneKind.MEASURE_REPORTS, MilestoneKind.INDICATORS);
        assertThat(moved).allSatisfy(one -> {
            assertThat(one.after().opensOn()).isEqualTo("2027-01-20");
            assertThat(one.told().movesDue()).isFalse();
        });
    }

    @Test
    void aMunicipalityChoosesWhereItsOwnDatesMoveButNotWhereThoseOfAnActDo() {
        LocalDate sunday = LocalDate.of(2027, 10, 10);
        List<Moved> moved = new NewDates(
                        Map.of(MilestoneKind.COUNTY_NEGOTIATION, sunday, MilestoneKind.BUDGET_COUNCIL, sunday),
                        Map.of(),
                        Map.of(
                                MilestoneKind.COUNTY_NEGOTIATION, RollPolicy.NONE,
                                MilestoneKind.BUDGET_COUNCIL, RollPolicy.FORWARD,
                                MilestoneKind.ACTIVATION, RollPolicy.BACKWARD))
                .in(calendar(), DAYS, FOUR);
        assertThat(moved)
                .extracting(one -> one.kind() + " " + one.after().effectiveOn())
                .containsExactly("COUNTY_NEGOTIATION 2027-10-10", "BUDGET_COUNCIL 2027-10-08", "ACTIVATION 2028-01-31");
    }

    // The whole calendar.

    @Test
    void shiftsWhatIsNotDoneAndSaysWhatStays() {
        CalendarShift shift = CalendarShift.by(14, steps(), NOW);
        assertThat(shift.dates().due())
                .doesNotContainKeys(
                        MilestoneKind.MEASURE_REPORTS, MilestoneKind.BUDGET_COUNCIL, MilestoneKind.INDICATORS)
                .containsEntry(MilestoneKind.REPORT_DRAFT, LocalDate.of(2027, 3, 29))
                .containsEntry(MilestoneKind.BUDGET_FRAME, LocalDate.of(2027, 6, 29))
                .containsEntry(MilestoneKind.PROPOSALS, LocalDate.of(2027, 9, 29))
                .containsEntry(MilestoneKind.ACTIVATION, LocalDate.of(2028, 2, 14));
        assertThat(shift.dates().opens()).isEqualTo(Map.of(MilestoneKind.PROPOSALS, LocalDate.of(2027, 8, 29)));
        assertThat(shift.stay())
                .containsExactly(
                        new CalendarShift.Stay(MilestoneKind.INDICATORS, CalendarShift.Why.STILL_LATE),
                        new CalendarShift.Stay(MilestoneKind.BUDGET_COUNCIL, CalendarShift.Why.LAW));
    }

    @Test
    void aLateStepGoesAlongWhenTheShiftTakesItAhead() {
        assertThat(CalendarShift.by(30, steps(), NOW).dates().due())
                .containsEntry(MilestoneKind.INDICATORS, LocalDate.of(2027, 3, 12));
    }

    @Test
    void bringsDatesForwardToo() {
        assertThat(CalendarShift.by(-7, steps(), NOW).dates().due())
                .containsEntry(MilestoneKind.REPORT_DRAFT, LocalDate.of(2027, 3, 8));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 367, -367, Integer.MIN_VALUE})
    void refusesAShiftByNothingOrByMoreThanAYear(int days) {
        assertRefused(() -> CalendarShift.by(days, steps(), NOW), "shift", "problem.deadline.shift");
    }

    // Warnings.

    @Test
    void warnsWhenAStepIsDueBeforeTheOneItWaitsFor() {
        assertThat(warnings(NewDates.due(Map.of(MilestoneKind.REPORT_DRAFT, LocalDate.of(2027, 5, 10)))))
                .containsExactly(
                        new DeadlineWarning(
                                DeadlineWarning.Kind.ORDER, MilestoneKind.STATEMENTS, MilestoneKind.REPORT_DRAFT, 0),
                        new DeadlineWarning(DeadlineWarning.Kind.SHORT, MilestoneKind.STATEMENTS, null, 0));
    }

    @Test
    void theDraftWaitsForBothTheReportsAndTheIndicators() {
        assertThat(warnings(NewDates.due(Map.of(MilestoneKind.INDICATORS, LocalDate.of(2027, 3, 16)))))
                .extracting(DeadlineWarning::kind, DeadlineWarning::milestone, DeadlineWarning::other)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        DeadlineWarning.Kind.ORDER, MilestoneKind.REPORT_DRAFT, MilestoneKind.INDICATORS));
    }

    @Test
    void warnsWhenAPhaseIsToOpenBeforeTheWorkBeforeItIsDue() {
        assertThat(warnings(NewDates.due(Map.of(MilestoneKind.STATEMENTS, LocalDate.of(2027, 8, 20)))))
                .containsExactly(new DeadlineWarning(
                        DeadlineWarning.Kind.OPENS_EARLY, MilestoneKind.PROPOSALS, MilestoneKind.STATEMENTS, 0));
    }

    @ParameterizedTest
    @CsvSource({"2027-03-05, 4", "2027-03-02, 1", "2027-03-01, 0"})
    void warnsWhenLessThanFiveWorkingDaysAreLeft(LocalDate date, int days) {
        assertThat(warnings(NewDates.due(Map.of(MilestoneKind.REPORT_DRAFT, date))))
                .containsExactly(
                        new DeadlineWarning(DeadlineWarning.Kind.SHORT, MilestoneKind.REPORT_DRAFT, null, days));
    }

    @Test
    void fiveWorkingDaysAreEnough() {
        assertThat(warnings(NewDates.due(Map.of(MilestoneKind.REPORT_DRAFT, LocalDate.of(2027, 3, 8)))))
                .isEmpty();
    }

    /** What was tight before and stays as tight is nobody's news; and the negotiation waits for nothing. */
    @Test
    void aShiftOfAllWarnsOfNothingThatItDoesNotChange() {
        assertThat(warnings(CalendarShift.by(7, steps(), NOW).dates())).isEmpty();
        assertThat(warnings(NewDates.due(Map.of(MilestoneKind.COUNTY_NEGOTIATION, LocalDate.of(2027, 4, 20)))))
                .isEmpty();
    }

    private static List<DeadlineWarning> warnings(NewDates dates) {
        List<Milestone> after = calendar().stream()
                .map(step -> step.on(
                        dates.opens().getOrDefault(step.kind(), step.opensOn()),
                        dates.due().getOrDefault(step.kind(), step.plannedOn()),
                        step.rollPolicy(),
                        DAYS,
                        FOUR))
                .toList();
        return new DeadlineWarnings(calendar(), after, Set.of(MilestoneKind.MEASURE_REPORTS), TODAY, DAYS).found();
    }

    private static void assertRefused(Runnable work, String field, String problem) {
        assertThatThrownBy(work::run)
                .isInstanceOf(InvalidInput.class)
                .extracting("field", "messageKey")
                .containsExactly(field, problem);
    }

    private static Moved moved(MilestoneKind kind, LocalDate date) {
        Milestone step = calendarStep(kind);
        return new Moved(step, step.on(step.opensOn(), date, step.rollPolicy(), DAYS, FOUR));
    }

    private static Milestone calendarStep(MilestoneKind kind) {
        return calendar().stream()
                .filter(step -> step.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<Milestone> calendar() {
        return List.of(
                step(MilestoneKind.MEASURE_REPORTS, "2027-01-15", "2027-01-31"),
                step(MilestoneKind.INDICATORS, "2027-01-15", "2027-02-10"),
                step(MilestoneKind.REPORT_DRAFT, null, "2027-03-15"),
                step(MilestoneKind.STATEMENTS, null, "2027-04-30"),
                step(MilestoneKind.BUDGET_FRAME, null, "2027-06-15"),
                step(MilestoneKind.PROPOSALS, "2027-08-15", "2027-09-15"),
                step(MilestoneKind.COUNTY_NEGOTIATION, null, "2027-10-29"),
                step(MilestoneKind.BUDGET_BOARD, null, "2027-11-19"),
                step(MilestoneKind.BUDGET_COUNCIL, null, "2027-12-31"),
                step(MilestoneKind.ACTIVATION, null, "2028-01-31"));
    }

    /** The reports are done, the indicators late, the draft is open. */
    private static List<YearClock.Step> steps() {
        return calendar().stream()
                .map(step -> new YearClock.Step(
                        1,
                        step,
                        switch (step.kind()) {
                            case MEASURE_REPORTS -> Standing.DONE;
                            case INDICATORS -> Standing.LATE;
                            case REPORT_DRAFT -> Standing.OPEN;
                            case BUDGET_FRAME -> Standing.DATED;
                            default -> Standing.AHEAD;
                        }))
                .toList();
    }

    private static Milestone step(MilestoneKind kind, @Nullable String opens, String due) {
        LocalDate planned = LocalDate.parse(due);
        DeadlineKind deadlineKind =
                kind == MilestoneKind.BUDGET_COUNCIL ? DeadlineKind.STATUTORY_FIXED : DeadlineKind.SELF_SET;
        RollPolicy policy = deadlineKind.defaultRollPolicy();
        Deadline deadline = new Deadline(deadlineKind, policy, planned);
        return new Milestone(
                ID,
                kind,
                opens == null ? null : LocalDate.parse(opens),
                planned,
                deadline.effective(DAYS),
                deadline.dueAt(DAYS, FOUR, Finland.ZONE),
                deadlineKind,
                policy,
                null);
    }
}
