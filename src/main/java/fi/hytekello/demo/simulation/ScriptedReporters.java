package fi.hytekello.demo.simulation;

import fi.hytekello.indicator.IndicatorDiscussions;
import fi.hytekello.indicator.IndicatorReviewing;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.Light;
import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureReport;
import fi.hytekello.plan.MeasureReports;
import fi.hytekello.plan.ReportPoint;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.ReportedStatus;
import fi.hytekello.plan.WelfareReport;
import fi.hytekello.plan.WelfareReports;
import org.springframework.stereotype.Component;

/** What departments and coordinator fill in for the welfare report. */
@Component
class ScriptedReporters {

    private final MeasureReports reports;
    private final WelfareReports welfare;
    private final Indicators indicators;
    private final IndicatorReviewing reviewing;
    private final IndicatorDiscussions discussions;

    ScriptedReporters(
            MeasureReports reports,
            WelfareReports welfare,
            Indicators indicators,
            IndicatorReviewing reviewing,
            IndicatorDiscussions discussions) {
        this.discussions = discussions;
        this.reports = reports;
        this.welfare = welfare;
        this.indicators = indicators;
        this.reviewing = reviewing;
    }

    /** The first of last year's measures is done, or delayed where the script says so; the others go on. */
    void reportMeasures(Turn turn) {
        int row = 0;
        for (MeasureReport open : reports.open(turn.cycle(), turn.department(), ReportPoint.YEAR_END)) {
            boolean late = row == 0 && turn.does("delayed", "first");
            ReportedStatus status =
                    late ? ReportedStatus.DELAYED : row == 0 ? ReportedStatus.DONE : ReportedStatus.ACTIVE;
            Measure measure = open.measure();
            reports.write(
                    turn.cycle(),
                    turn.department(),
                    ReportPoint.YEAR_END,
                    measure.id(),
                    new MeasureReport.Content(
                            status,
                            late ? turn.text("measure.delayed") : null,
                            status == ReportedStatus.DONE
                                    ? turn.text("measure.done")
                                    : turn.script().text("measure.active", row),
                            measure.cost(),
                            null,
                            null),
                    open.version(),
                    turn.person().username());
            row++;
        }
    }

    /** Where the script says so, the first red light becomes a measure. */
    void explain(Turn turn) {
        boolean corrective = turn.does("corrective", "first");
        for (SnapshotValue value : indicators.of(turn.cycle(), turn.department())) {
            if (value.lacksExplanation()) {
                boolean measure = corrective && value.light() == Light.RED;
                corrective &= !measure;
                reviewing.explain(
                        turn.cycle(),
                        turn.department(),
                        value.indicator().id(),
                        turn.text("indicator.explanation"),
                        measure,
                        turn.person().username());
            }
        }
    }

    /** Where the script says so, the group says something of the theme with the first red light. */
    void discuss(Turn turn) {
        if (turn.does("theme", "first")) {
            indicators.of(turn.cycle()).stream()
                    .filter(value -> value.light() == Light.RED)
                    .findFirst()
                    .ifPresent(value -> discussions.comment(
                            turn.cycle(),
                            value.indicator().theme(),
                            turn.text("indicators.theme"),
                            turn.person().username()));
        }
    }

    void write(Turn turn) {
        WelfareReport report = welfare.current(turn.cycle());
        for (WelfareReport.Text chapter : report.texts()) {
            ReportSection section = chapter.section();
            int additions = section.equals(ReportSection.SUMMARY) ? turn.round() - 1 : 0;
            String text = turn.text("report." + section) + (" " + turn.text("report.again")).repeat(additions);
            welfare.write(turn.cycle(), section, text, chapter.version());
        }
    }
}
