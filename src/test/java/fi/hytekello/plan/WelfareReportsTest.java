package fi.hytekello.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.decision.Documents;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The welfare report's versions, and the departments' reports of last year's measures. */
@WholeTest
class WelfareReportsTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    WelfareReports reports;

    @Autowired
    MeasureReports measureReports;

    @Autowired
    FollowUps followUps;

    @Autowired
    Measures measures;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private Town town;
    private Cycle cycle;
    private Username by;

    @BeforeEach
    void startCycle() {
        town = towns.make();
        cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, town.person(Role.COORDINATOR));
        by = town.person(Role.DEPARTMENT, Town.EDUCATION).username();
    }

    @Test
    void beginningTwiceOpensOneVersion() {
        assertThatThrownBy(() -> reports.current(cycle.id())).isInstanceOf(NotFound.class);
        reports.beginDraft(cycle.id());
        reports.beginDraft(cycle.id());
        assertThat(reports.current(cycle.id()).number()).isEqualTo(1);
        assertThat(reports.current(cycle.id()).texts())
                .hasSize(ReportSection.values().size());
    }

    @Test
    void theDraftIsSubmittedOnlyWithItsObligatorySections() {
        reports.beginDraft(cycle.id());
        write(ReportSection.SUMMARY, "tiivis");
        write(ReportSection.MEASURES_DONE, "tehtiin");
        assertThatThrownBy(() -> reports.submit(cycle.id()))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("wellbeingState");
        write(ReportSection.WELLBEING_STATE, "hyvä");
        reports.submit(cycle.id());
        assertThat(reports.current(cycle.id()).submitted()).isTrue();
    }

    @Test
    void aSubmittedVersionIsNeverOverwrittenAndRedraftingContinuesFromItsTexts() {
        submitWhole();
        assertThatThrownBy(() -> write(ReportSection.SUMMARY, "toinen")).isInstanceOf(Conflict.class);
        reports.beginDraft(cycle.id());
        assertThat(reports.current(cycle.id()).number()).isEqualTo(2);
        write(ReportSection.SUMMARY, "korjattu");
        assertThat(reports.at(cycle.id(), 1).text(ReportSection.SUMMARY).text()).isEqualTo("SUMMARY");
        assertThat(reports.at(cycle.id(), 2).text(ReportSection.SUMMARY).text()).isEqualTo("korjattu");
        assertThat(reports.at(cycle.id(), 2).text(ReportSection.MEASURES_DONE).text())
                .isEqualTo("MEASURES_DONE");
    }

    @Test
    void aVersionThatTheManagersReturnOpenedIsTheOneToWrite() {
        submitWhole();
        documents.openNext(cycle.id(), Subject.WELFARE_REPORT);
        reports.beginDraft(cycle.id());
        assertThat(reports.current(cycle.id()).number()).isEqualTo(2);
    }

    @Test
    void ofTwoWritersOfOneSectionTheSecondIsTold() {
        reports.beginDraft(cycle.id());
        reports.write(cycle.id(), ReportSection.SUMMARY, "ensimmäinen", 0);
        assertThatThrownBy(() -> reports.write(cycle.id(), ReportSection.SUMMARY, "toinen", 0))
                .isInstanceOf(Conflict.class);
        reports.write(cycle.id(), ReportSection.CHANGES, "muu kohta", 0);
        assertThat(reports.current(cycle.id()).text(ReportSection.SUMMARY).text())
                .isEqualTo("ensimmäinen");
    }

    @Test
    void aSectionHasALimit() {
        reports.beginDraft(cycle.id());
        assertThatThrownBy(() -> write(ReportSection.SUMMARY, "a".repeat(20_001)))
                .isInstanceOf(InvalidInput.class);
        write(ReportSection.SUMMARY, "a".repeat(20_000));
    }

    @Test
    void lastYearsUnfinishedMeasuresAreReportedAndTakeTheReportedState() {
        CycleId last = lastYear();
        MeasureId late = measure(last, "DELAYED");
        MeasureId going = measure(last, "ACTIVE");
        measure(last, "DONE");
        assertThat(measureReports.open(cycle.id(), Town.EDUCATION, ReportPoint.YEAR_END))
                .hasSize(2);
        assertThat(measureReports.open(cycle.id(), Town.TECHNICAL, ReportPoint.YEAR_END))
                .isEmpty();

        report(late, ReportedStatus.DELAYED, null, 0);
        report(going, ReportedStatus.DONE, null, 0);
        assertThatThrownBy(() -> measureReports.submit(cycle.id(), Town.EDUCATION, ReportPoint.YEAR_END, null, by))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("rows[1].reason");
        assertThat(measureReports.of(cycle.id(), ReportPoint.YEAR_END).get(0).measures())
                .isEmpty();
        report(late, ReportedStatus.DELAYED, "ei tekijää", 1);
        measureReports.submit(cycle.id(), Town.EDUCATION, ReportPoint.YEAR_END, "hyvä vuosi", by);

        assertThat(measures.get(going).status()).isEqualTo(MeasureStatus.DONE);
        assertThat(measures.get(late).status()).isEqualTo(MeasureStatus.DELAYED);
        DepartmentReport shown =
                measureReports.of(cycle.id(), ReportPoint.YEAR_END).get(0);
        assertThat(shown.measures()).hasSize(2);
        assertThat(shown.note()).isEqualTo("hyvä vuosi");
    }

    @Test
    void ofTwoReportersOfOneMeasureTheSecondIsTold() {
        MeasureId measure = measure(lastYear(), "ACTIVE");
        report(measure, ReportedStatus.DONE, null, 0);
        assertThatThrownBy(() -> report(measure, ReportedStatus.ACTIVE, null, 0))
                .isInstanceOf(Conflict.class);
        assertThat(measureReports
                        .open(cycle.id(), Town.EDUCATION, ReportPoint.YEAR_END)
                        .get(0)
                        .content()
                        .status())
                .isEqualTo(ReportedStatus.DONE);
    }

    @Test
    void withoutMeasuresTheDepartmentTellsInItsOwnWords() {
        assertThatThrownBy(() -> measureReports.submit(cycle.id(), Town.EDUCATION, ReportPoint.YEAR_END, null, by))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("note");
        measureReports.submit(cycle.id(), Town.EDUCATION, ReportPoint.YEAR_END, "järjestettiin kerhoja", by);
        assertThat(measureReports.of(cycle.id(), ReportPoint.YEAR_END).get(0).note())
                .isEqualTo("järjestettiin kerhoja");
    }

    @Test
    void onlyMeasuresThatRanInTheYearAreReportedWhateverTheirCycle() {
        int year = cycle.year() - 1;
        MeasureId ofOlderPlan = measure(cycle(cycle.year() - 2), "ACTIVE", year + "-01-01", year + "-12-31");
        MeasureId endedAtTheHalf = measure(cycle(cycle.year() - 3), "DONE", year + "-01-01", year + "-12-31");
        reported(endedAtTheHalf, "DONE", year + "-06-30");
        MeasureId endedBefore = measure(cycle(cycle.year() - 4), "DONE", (year - 1) + "-01-01", year + "-12-31");
        reported(endedBefore, "DONE", (year - 1) + "-12-31");
        measure(lastYear(), "ACTIVE", cycle.year() + "-01-01", cycle.year() + "-12-31");
        measure(cycle(cycle.year() - 5), "ACCEPTED", year + "-01-01", year + "-12-31");
        assertThat(measureReports.open(cycle.id(), Town.EDUCATION, ReportPoint.YEAR_END))
                .extracting(report -> report.measure().id())
                .containsExactly(ofOlderPlan, endedAtTheHalf);
    }

    @Test
    void aDelayAtTheHalfOfTheYearNeedsReasonCorrectionAndANewEndThatTheMeasureTakes() {
        int year = cycle.year() + 1;
        MeasureId measure = measure(cycle.id(), "ACTIVE", year + "-01-01", year + "-12-31");
        LocalDate newEnd = LocalDate.of(year + 1, 3, 31);
        assertThatThrownBy(() -> halfYear(measure, "urakka", LocalDate.of(year, 12, 31), "jaetaan", 0))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("newEndsOn");
        halfYear(measure, "urakka", null, null, 0);
        assertThatThrownBy(() -> measureReports.submit(cycle.id(), Town.EDUCATION, ReportPoint.HALF_YEAR, null, by))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("rows[1].correctiveAction");
        halfYear(measure, "urakka", newEnd, "jaetaan", 1);
        assertThat(followUps.summary(cycle.id()).unreported()).isEqualTo(1);
        measureReports.submit(cycle.id(), Town.EDUCATION, ReportPoint.HALF_YEAR, null, by);
        assertThat(measures.get(measure).status()).isEqualTo(MeasureStatus.DELAYED);
        assertThat(measures.get(measure).content().endsOn()).isEqualTo(newEnd);
        FollowUpSummary summary = followUps.summary(cycle.id());
        assertThat(summary.counts()).containsEntry(ReportedStatus.DELAYED, 1L);
        assertThat(summary.missing()).isEmpty();
        assertThat(summary.usedEuro()).isEqualByComparingTo("5");
    }

    @Test
    void theBoardIsToldWhyReportsAreMissing() {
        int year = cycle.year() + 1;
        measure(cycle.id(), "ACTIVE", year + "-01-01", year + "-12-31");
        assertThatThrownBy(() -> followUps.submit(cycle.id(), null, by))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("followUpText");
        followUps.submit(cycle.id(), "sairausloma", by);
        followUps.submit(cycle.id(), "sairausloma, korjattu", by);
        assertThat(followUps.summary(cycle.id()).text()).isEqualTo("sairausloma, korjattu");
    }

    private void halfYear(
            MeasureId measure,
            @Nullable String reason,
            @Nullable LocalDate newEnd,
            @Nullable String correction,
            int version) {
        measureReports.write(
                cycle.id(),
                Town.EDUCATION,
                ReportPoint.HALF_YEAR,
                measure,
                new MeasureReport.Content(
                        ReportedStatus.DELAYED, reason, null, new BigDecimal("5"), newEnd, correction),
                version,
                by);
    }

    private void reported(MeasureId measure, String status, String asOf) {
        jdbc.sql("""
                        insert into hyte.measure_report (measure_id, cycle_id, as_of, status, reported_by, reported_at,
                            submitted_at)
                        select id, cycle_id, :asOf::date, :status, 'test', now(), now() from hyte.measure where id = :id""")
                .param("asOf", asOf)
                .param("status", status)
                .param("id", measure.value())
                .update();
    }

    private void submitWhole() {
        reports.beginDraft(cycle.id());
        for (ReportSection section : ReportSection.values()) {
            write(section, section.key());
        }
        reports.submit(cycle.id());
    }

    private void write(ReportSection section, String text) {
        int version = reports.current(cycle.id()).text(section).version();
        reports.write(cycle.id(), section, text, version);
    }

    private void report(MeasureId measure, ReportedStatus status, @Nullable String reason, int version) {
        measureReports.write(
                cycle.id(),
                Town.EDUCATION,
                ReportPoint.YEAR_END,
                measure,
                new MeasureReport.Content(status, reason, null, new BigDecimal("10.50"), null, null),
                version,
                by);
    }

    private CycleId lastYear() {
        return cycle(cycle.year() - 1);
    }

    private CycleId cycle(int year) {
        return new CycleId(jdbc.sql("""
                        insert into hyte.cycle (municipality_code, year, created_at, created_by)
                        values (:town, :year, now(), 'test') returning id""")
                .param("town", town.code().value())
                .param("year", year)
                .query(Long.class)
                .single());
    }

    private MeasureId measure(CycleId of, String status) {
        return measure(of, status, (cycle.year() - 1) + "-01-01", (cycle.year() - 1) + "-12-31");
    }

    private MeasureId measure(CycleId of, String status, String starts, String ends) {
        return new MeasureId(jdbc.sql("""
                        with g as (insert into hyte.goal (cycle_id, title_fi, priority)
                            select :cycle, 'tavoite', coalesce(max(priority), 0) + 1 from hyte.goal where cycle_id = :cycle
                            returning id)
                        insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title, owner,
                            deputy, no_cost, starts_on, ends_on, status, changed_by, changed_at)
                        select :cycle, :town, 'education', g.id, 'Kerhot', 'rehtori', 'apulaisrehtori', true,
                            :starts::date, :ends::date, :status, 'test', now() from g returning id""")
                .param("cycle", of.value())
                .param("town", town.code().value())
                .param("status", status)
                .param("starts", starts)
                .param("ends", ends)
                .query(Long.class)
                .single());
    }
}
