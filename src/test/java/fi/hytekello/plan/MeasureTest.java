package fi.hytekello.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 12, 31);

    @Test
    void aCompleteProposalHasNoGaps() {
        assertThat(content(new BigDecimal("1500.50"), false, START, END).gaps(1))
                .isEmpty();
        assertThat(content(null, true, START, END).gaps(1)).isEmpty();
        assertThat(content(null, true, START, START).gaps(1)).isEmpty();
    }

    @Test
    void anEmptyDraftLacksEveryObligatoryFieldInTheOrderOfTheForm() {
        assertThat(MeasureContent.titled(null).gaps(3))
                .extracting(Gap::field)
                .containsExactly(
                        "title", "goal", "owner", "deputy", "euro", "startsOn", "endsOn", "populationGroup", "scopes");
    }

    @Test
    void aGapNamesRowAndField() {
        InvalidInput problem = MeasureContent.titled("Kerho").gaps(3).get(1).asProblem();
        assertThat(problem.field()).isEqualTo("rows[3].owner");
        assertThat(problem.arguments()).isEqualTo(java.util.List.of(3));
    }

    @Test
    void aSumAndNoCostExcludeEachOther() {
        assertThat(content(BigDecimal.TEN, true, START, END).gaps(1))
                .containsExactly(new Gap(1, "euro", "problem.measure.costTwice"));
        assertThat(content(BigDecimal.ZERO, true, START, END).gaps(1)).isEmpty();
    }

    @Test
    void aCostInALaterYearIsNoLessACost() {
        MeasureContent free = content(null, true, START, END);
        MeasureContent later = withLaterCost(free, BigDecimal.ONE);
        assertThat(later.gaps(1)).containsExactly(new Gap(1, "euro", "problem.measure.costTwice"));
        Measure adjusted = measure(MeasureStatus.ACCEPTED, withLaterCost(free, BigDecimal.TEN))
                .adjust(BigDecimal.ZERO);
        assertThat(adjusted.content().noCost()).isFalse();
        assertThat(adjusted.content().costOfAllYears()).isEqualByComparingTo("10");
    }

    @Test
    void ownerAndDeputyAreTwoPeople() {
        MeasureContent one = content(null, true, START, END);
        assertThat(one.answeredBy(one.owner(), one.owner()).gaps(1))
                .containsExactly(new Gap(1, "deputy", "problem.measure.samePerson"));
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "0.125", "10000"})
    void refusesPersonYearsThatAreNone(BigDecimal years) {
        assertThatThrownBy(() -> measure(MeasureStatus.PROPOSED).revise(withPersonYears(years)))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("personYears");
    }

    @Test
    void theEndIsNotBeforeTheStart() {
        assertThat(content(null, true, END, START).gaps(1))
                .containsExactly(new Gap(1, "endsOn", "problem.measure.dates"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MeasureStatus.class,
            names = {"ACCEPTED", "IN_BUDGET", "LEFT_OUT"})
    void theManagerMayDecideAgainUntilTheBudgetIsApproved(MeasureStatus status) {
        Measure included = measure(status).include(new BigDecimal("900"));
        assertThat(included.status()).isEqualTo(MeasureStatus.IN_BUDGET);
        assertThat(included.grantedEuro()).isEqualByComparingTo("900");
        assertThat(included.leftOutReason()).isNull();

        Measure left = measure(status).leaveOut(" ei kehyksessä ");
        assertThat(left.status()).isEqualTo(MeasureStatus.LEFT_OUT);
        assertThat(left.leftOutReason()).isEqualTo("ei kehyksessä");
        assertThat(left.grantedEuro()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = MeasureStatus.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ACCEPTED", "IN_BUDGET", "LEFT_OUT"})
    void theBudgetDecidesOnAcceptedMeasuresOnly(MeasureStatus status) {
        assertThatThrownBy(() -> measure(status).include(BigDecimal.ONE)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> measure(status).leaveOut("syy")).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @EnumSource(value = MeasureStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "PROPOSED")
    void anAcceptedMeasureIsNoLongerTheDepartmentsToRevise(MeasureStatus status) {
        assertThatThrownBy(() -> measure(status).revise(MeasureContent.titled("toinen")))
                .isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @EnumSource(value = MeasureStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "ACCEPTED")
    void theCostIsAdjustedBeforeTheManagerDecides(MeasureStatus status) {
        assertThatThrownBy(() -> measure(status).adjust(BigDecimal.ONE)).isInstanceOf(Conflict.class);
    }

    @Test
    void adjustingToZeroMeansWithoutCost() {
        Measure free = measure(MeasureStatus.ACCEPTED).adjust(BigDecimal.ZERO);
        assertThat(free.content().noCost()).isTrue();
        Measure cheaper = measure(MeasureStatus.ACCEPTED).adjust(new BigDecimal("10.50"));
        assertThat(cheaper.content().noCost()).isFalse();
        assertThat(cheaper.cost()).isEqualByComparingTo("10.5");
    }

    @Test
    void leavingOutNeedsAReason() {
        assertThatThrownBy(() -> measure(MeasureStatus.ACCEPTED).leaveOut("  "))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("reason");
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "1.005", "10000000000"})
    void refusesSumsThatAreNoMoney(BigDecimal euro) {
        assertThatThrownBy(() -> measure(MeasureStatus.ACCEPTED).include(euro)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> measure(MeasureStatus.ACCEPTED).adjust(euro)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> measure(MeasureStatus.PROPOSED).revise(content(euro, false, START, END)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aDelayOrCancellationIsReportedWithItsReason() {
        assertThat(report(null, null).gaps(2, ReportPoint.YEAR_END))
                .extracting(Gap::field)
                .containsExactly("status");
        assertThat(report(ReportedStatus.DELAYED, null).gaps(2, ReportPoint.YEAR_END))
                .extracting(Gap::field)
                .containsExactly("reason");
        assertThat(report(ReportedStatus.CANCELLED, null).gaps(2, ReportPoint.YEAR_END))
                .extracting(Gap::field)
                .containsExactly("reason");
        assertThat(report(ReportedStatus.DELAYED, "ei tekijää").gaps(2, ReportPoint.YEAR_END))
                .isEmpty();
        assertThat(report(ReportedStatus.DONE, null).gaps(2, ReportPoint.YEAR_END))
                .isEmpty();
        assertThat(report(ReportedStatus.ACTIVE, null).gaps(2, ReportPoint.YEAR_END))
                .isEmpty();
    }

    private static MeasureReport report(@Nullable ReportedStatus status, @Nullable String reason) {
        return new MeasureReport(
                measure(MeasureStatus.ACTIVE), new MeasureReport.Content(status, reason, null, null, null, null), 0);
    }

    private static MeasureContent withLaterCost(MeasureContent content, BigDecimal euro) {
        return changed(content, euro, null);
    }

    private static MeasureContent withPersonYears(BigDecimal years) {
        return changed(content(null, true, START, END), null, years);
    }

    private static MeasureContent changed(
            MeasureContent content, @Nullable BigDecimal laterEuro, @Nullable BigDecimal years) {
        return new MeasureContent(
                content.goal(),
                content.title(),
                content.owner(),
                content.deputy(),
                content.euro(),
                laterEuro,
                null,
                content.noCost(),
                years,
                null,
                null,
                content.startsOn(),
                content.endsOn(),
                content.populationGroup(),
                content.scopes());
    }

    private static Measure measure(MeasureStatus status) {
        return measure(status, content(new BigDecimal("1000"), false, START, END));
    }

    private static Measure measure(MeasureStatus status, MeasureContent content) {
        return new Measure(
                new MeasureId(1),
                new CycleId(1),
                new DepartmentCode("education"),
                content,
                null,
                null,
                status,
                null,
                null,
                null,
                null,
                0,
                Instant.EPOCH);
    }

    static MeasureContent content(@Nullable BigDecimal euro, boolean noCost, LocalDate starts, LocalDate ends) {
        return new MeasureContent(
                new GoalId(1),
                "Kerhotoiminta",
                new Username("rehtori"),
                new Username("apulaisrehtori"),
                euro,
                null,
                null,
                noCost,
                null,
                null,
                null,
                starts,
                ends,
                PopulationGroup.CHILDREN,
                Set.of(PlanScope.WELLBEING_PLAN));
    }
}
