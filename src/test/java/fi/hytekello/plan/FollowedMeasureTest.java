package fi.hytekello.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.plan.FollowedMeasure.LastReport;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowedMeasureTest {

    private static final LocalDate STARTS = LocalDate.of(2027, 3, 1);
    private static final LocalDate ENDS = LocalDate.of(2027, 12, 31);
    private static final ReportRound HALF = round(LocalDate.of(2027, 6, 30), "2027-08-31T16:00");
    private static final ReportRound END = round(LocalDate.of(2027, 12, 31), "2028-01-31T16:00");
    private static final ReportRound BEFORE = round(LocalDate.of(2026, 12, 31), "2027-02-01T16:00");
    private static final Responsible PRINCIPAL = new Responsible(null, "rehtori", "rektor");

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, 2027-02-28, NOT_BEGUN",
        "ACTIVE, 2027-03-01, ON_SCHEDULE",
        "ACTIVE, 2027-12-31, ON_SCHEDULE",
        "ACTIVE, 2028-01-01, END_UNREPORTED",
        "ACCEPTED, 2027-06-01, NOT_BEGUN",
        "IN_BUDGET, 2027-06-01, NOT_BEGUN",
        "DELAYED, 2028-01-01, DELAYED",
        "DONE, 2028-01-01, DONE",
        "CANCELLED, 2027-06-01, CANCELLED"
    })
    void theLightFollowsFromStatusAndDays(MeasureStatus status, LocalDate today, MeasureLight light) {
        assertThat(at(today + "T12:00", measure(status), null).light()).isEqualTo(light);
    }

    @Test
    void onlyAMeasureInUseHasAnEndThatPassedUnreported() {
        assertThat(at("2027-12-31T23:59", measure(MeasureStatus.ACTIVE), null).endPassed())
                .isFalse();
        assertThat(at("2028-01-01T00:00", measure(MeasureStatus.ACTIVE), null).endPassed())
                .isTrue();
        assertThat(at("2028-01-01T00:00", measure(MeasureStatus.DELAYED), null).endPassed())
                .isTrue();
        assertThat(at("2028-01-01T00:00", measure(MeasureStatus.DONE), null).endPassed())
                .isFalse();
    }

    @Test
    void aReportIsLateFromTheMomentAfterItsDeadline() {
        Measure measure = measure(MeasureStatus.ACTIVE);
        assertThat(at("2027-08-31T16:00", measure, null).isLate()).isFalse();
        assertThat(at("2027-08-31T16:01", measure, null).daysLate()).isZero();
        assertThat(at("2027-09-01T00:00", measure, null).daysLate()).isEqualTo(1);
    }

    @Test
    void aReportThatNobodyHasAskedForIsNotLate() {
        ReportRound planned = new ReportRound(HALF.asOf(), HALF.dueAt(), false);
        FollowedMeasure followed = FollowedMeasure.at(
                instant("2027-10-01T12:00"),
                new MunicipalityCode("178"),
                measure(MeasureStatus.ACTIVE),
                null,
                List.of(planned));
        assertThat(followed.next()).isEqualTo(planned);
        assertThat(followed.isLate()).isFalse();
    }

    @Test
    void aRoundBeforeTheFirstDayConcernsNothing() {
        assertThat(at("2027-02-15T12:00", measure(MeasureStatus.ACTIVE), null).next())
                .isEqualTo(HALF);
    }

    @Test
    void theNextReportIsTheFirstAfterTheLastOne() {
        Measure measure = measure(MeasureStatus.DELAYED);
        LastReport half = new LastReport(HALF.asOf(), LocalDate.of(2027, 8, 20), new BigDecimal("500"));
        assertThat(at("2027-09-01T12:00", measure, half).isLate()).isFalse();
        assertThat(at("2027-09-01T12:00", measure, half).next()).isEqualTo(END);
        LastReport end = new LastReport(END.asOf(), LocalDate.of(2028, 1, 20), null);
        assertThat(at("2028-03-01T12:00", measure, end).next()).isNull();
        assertThat(at("2028-03-01T12:00", measure, end).isLate()).isFalse();
    }

    @Test
    void anEndedMeasureOwesNoReport() {
        assertThat(at("2028-03-01T12:00", measure(MeasureStatus.DONE), null).next())
                .isNull();
        assertThat(at("2028-03-01T12:00", measure(MeasureStatus.CANCELLED), null)
                        .isLate())
                .isFalse();
    }

    @Test
    void tellsHowMuchOfTheGrantedSumIsUsed() {
        Measure measure = measure(MeasureStatus.ACTIVE);
        LastReport used = new LastReport(HALF.asOf(), STARTS, new BigDecimal("333.50"));
        assertThat(at("2027-09-01T12:00", measure, used).usedPercent()).isEqualTo(33);
        assertThat(at("2027-09-01T12:00", measure, null).usedPercent()).isNull();
        assertThat(FollowedMeasure.percent(BigDecimal.ONE, new BigDecimal("0.00")))
                .isNull();
    }

    @Test
    void thoseWhoHaveNeverReportedComeFirst() {
        Responsible chief = new Responsible(null, "tekninen johtaja", "teknisk direktör");
        LastReport half = new LastReport(HALF.asOf(), STARTS, null);
        List<LateReporter> late = LateReporter.of(List.of(
                at("2028-02-10T12:00", measure(MeasureStatus.ACTIVE, PRINCIPAL), half),
                at("2028-02-10T12:00", measure(MeasureStatus.ACTIVE, PRINCIPAL), null),
                at("2028-02-10T12:00", measure(MeasureStatus.ACTIVE, chief), null),
                at("2028-02-10T12:00", measure(MeasureStatus.DONE, chief), null)));
        assertThat(late).extracting(LateReporter::owner).containsExactly(chief, PRINCIPAL);
        assertThat(late).extracting(LateReporter::neverReported).containsExactly(true, false);
        assertThat(late).extracting(LateReporter::measures).containsExactly(1, 2);
        assertThat(late).extracting(LateReporter::daysLate).containsExactly(163, 163);
    }

    @Test
    void nobodyIsLateWhereNothingIsDue() {
        assertThat(LateReporter.of(List.of(at("2027-05-01T12:00", measure(MeasureStatus.ACTIVE), null))))
                .isEmpty();
    }

    private static FollowedMeasure at(String local, Measure measure, @Nullable LastReport last) {
        return FollowedMeasure.at(
                instant(local), new MunicipalityCode("178"), measure, last, List.of(END, BEFORE, HALF));
    }

    private static ReportRound round(LocalDate asOf, String due) {
        return new ReportRound(asOf, instant(due), true);
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(Finland.ZONE).toInstant();
    }

    private static Measure measure(MeasureStatus status) {
        return measure(status, PRINCIPAL);
    }

    private static Measure measure(MeasureStatus status, Responsible owner) {
        return new Measure(
                new MeasureId(1),
                new CycleId(1),
                new DepartmentCode("education"),
                new MeasureContent(
                        new GoalId(1),
                        "Kerhot",
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        STARTS,
                        ENDS,
                        PopulationGroup.CHILDREN,
                        Set.of(PlanScope.WELLBEING_PLAN)),
                owner,
                null,
                status,
                new BigDecimal("1000.00"),
                null,
                null,
                null,
                0,
                Instant.EPOCH);
    }
}
