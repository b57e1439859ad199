package fi.hytekello.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.calendar.DeadlineKind;
import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.RollPolicy;
import fi.hytekello.cycle.YearClock.Standing;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class YearClockTest {

    private static final CycleId ID = new CycleId(1);
    private static final List<Milestone> DATED = Stream.of(
                    dated(MilestoneKind.CYCLE_OPENING, 1, 15),
                    dated(MilestoneKind.MEASURE_REPORTS, 2, 1),
                    dated(MilestoneKind.INDICATORS, 3, 1),
                    dated(MilestoneKind.REPORT_DRAFT, 3, 15),
                    dated(MilestoneKind.STATEMENTS, 4, 30),
                    dated(MilestoneKind.BUDGET_FRAME, 6, 15),
                    dated(MilestoneKind.PROPOSALS, 9, 15))
            .toList();

    @Test
    void whatComesBeforeTheOpenStepIsDoneAndTheRestIsAhead() {
        assertThat(standings(Cycle.State.RUNNING, List.of(open(MilestoneKind.MEASURE_REPORTS)), at(1, 20)))
                .containsEntry(MilestoneKind.CYCLE_OPENING, Standing.DONE)
                .containsEntry(MilestoneKind.MEASURE_REPORTS, Standing.OPEN)
                .containsEntry(MilestoneKind.REPORT_DRAFT, Standing.AHEAD);
    }

    @Test
    void anOpenStepPastItsDeadlineIsLate() {
        assertThat(standings(Cycle.State.RUNNING, List.of(open(MilestoneKind.MEASURE_REPORTS)), at(2, 2)))
                .containsEntry(MilestoneKind.MEASURE_REPORTS, Standing.LATE);
    }

    @Test
    void whileNothingIsOpenTheDateDecides() {
        assertThat(standings(Cycle.State.RUNNING, List.of(), at(7, 1)))
                .containsEntry(MilestoneKind.REPORT_DRAFT, Standing.DONE)
                .containsEntry(MilestoneKind.PROPOSALS, Standing.AHEAD);
    }

    @Test
    void whatComesBeforeAPhaseThatWaitsForItsDayIsDoneHoweverEarlyItWasDone() {
        assertThat(standings(Cycle.State.RUNNING, List.of(), Set.of(MilestoneKind.PROPOSALS), at(4, 1)))
                .containsEntry(MilestoneKind.STATEMENTS, Standing.DONE)
                .containsEntry(MilestoneKind.PROPOSALS, Standing.AHEAD);
    }

    @Test
    void theReviewOfIndicatorsMayBeDoneBeforeTheReportsBesideIt() {
        List<OpenTask> reports = List.of(open(MilestoneKind.MEASURE_REPORTS));
        assertThat(standings(Cycle.State.RUNNING, reports, Set.of(), at(1, 20)))
                .containsEntry(MilestoneKind.INDICATORS, Standing.DONE);
        assertThat(standings(Cycle.State.RUNNING, reports, Set.of(MilestoneKind.INDICATORS), at(1, 20)))
                .containsEntry(MilestoneKind.INDICATORS, Standing.AHEAD);
        assertThat(standings(Cycle.State.RUNNING, List.of(open(MilestoneKind.CYCLE_OPENING)), Set.of(), at(1, 20)))
                .containsEntry(MilestoneKind.INDICATORS, Standing.AHEAD);
    }

    @Test
    void aDatedStepIsOverWhenItsDateIsPastAndADoneOneAtOnce() {
        Milestone frame = dated(MilestoneKind.BUDGET_FRAME, 6, 15);
        assertThat(new YearClock.Step(1, frame, Standing.DATED).isOver(at(6, 14)))
                .isFalse();
        assertThat(new YearClock.Step(1, frame, Standing.DATED).isOver(at(6, 16)))
                .isTrue();
        assertThat(new YearClock.Step(1, frame, Standing.LATE).isOver(at(6, 16)))
                .isFalse();
        assertThat(new YearClock.Step(1, frame, Standing.DONE).isOver(at(6, 14)))
                .isTrue();
    }

    @Test
    void aConfirmedYearIsOpenedEvenBeforeTheDate() {
        assertThat(standings(Cycle.State.RUNNING, List.of(), at(1, 4)))
                .containsEntry(MilestoneKind.CYCLE_OPENING, Standing.DONE)
                .containsEntry(MilestoneKind.MEASURE_REPORTS, Standing.AHEAD);
    }

    @Test
    void aDateThatNoStepWaitsForIsNeverCalledDone() {
        assertThat(standings(Cycle.State.ENDED, List.of(), at(12, 1)))
                .containsEntry(MilestoneKind.BUDGET_FRAME, Standing.DATED)
                .containsEntry(MilestoneKind.STATEMENTS, Standing.DONE)
                .containsEntry(MilestoneKind.PROPOSALS, Standing.DONE);
    }

    private static Map<MilestoneKind, Standing> standings(Cycle.State state, List<OpenTask> open, Instant now) {
        return standings(state, open, Set.of(), now);
    }

    private static Map<MilestoneKind, Standing> standings(
            Cycle.State state, List<OpenTask> open, Set<MilestoneKind> awaited, Instant now) {
        Cycle cycle = new Cycle(ID, new MunicipalityCode("178"), 2027, Cycle.Kind.ANNUAL, state);
        return YearClock.steps(cycle, DATED, open, awaited, now).stream()
                .collect(Collectors.toMap(step -> step.milestone().kind(), YearClock.Step::standing));
    }

    private static Milestone dated(MilestoneKind kind, int month, int day) {
        LocalDate date = LocalDate.of(2027, month, day);
        return new Milestone(
                ID, kind, null, date, date, at(month, day), DeadlineKind.SELF_SET, RollPolicy.FORWARD, null);
    }

    private static OpenTask open(MilestoneKind milestone) {
        return new OpenTask(
                "t",
                new MunicipalityCode("178"),
                ID,
                null,
                "p",
                "WelfareReport",
                "Activity_X",
                List.of("coordinator"),
                null,
                milestone,
                null,
                null,
                null,
                at(1, 1),
                null);
    }

    private static Instant at(int month, int day) {
        return LocalDate.of(2027, month, day).atTime(16, 0).atZone(Finland.ZONE).toInstant();
    }
}
