package fi.hytekello.document;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.decision.Subject;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.DepartmentReport;
import fi.hytekello.plan.Goal;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.MeasureReport;
import fi.hytekello.plan.MeasureReports;
import fi.hytekello.plan.ReportPoint;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.ReportedStatus;
import fi.hytekello.plan.WelfareReport;
import fi.hytekello.plan.WelfareReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The yearly welfare report (järjestämislaki 612/2021 § 6; domain chapter 2.1). */
@Component
class ReportSections {

    private final WelfareReports reports;
    private final MeasureReports measures;
    private final Goals goals;
    private final IndicatorSections indicators;
    private final DecisionSection decisions;

    ReportSections(
            WelfareReports reports,
            MeasureReports measures,
            Goals goals,
            IndicatorSections indicators,
            DecisionSection decisions) {
        this.reports = reports;
        this.measures = measures;
        this.goals = goals;
        this.indicators = indicators;
        this.decisions = decisions;
    }

    List<Section> of(Cycle cycle, Map<DepartmentCode, String> departments, String municipality, Words words) {
        WelfareReport report = reports.current(cycle.id());
        List<Section> sections = new ArrayList<>();
        for (WelfareReport.Text text : report.texts()) {
            if (text.obligatory() || !text.text().isBlank()) {
                sections.add(written(text, words));
            }
            if (text.section().equals(ReportSection.WELLBEING_STATE)) {
                sections.addAll(indicators.of(cycle.id(), departments, municipality, words));
            }
            if (text.section().equals(ReportSection.MEASURES_DONE)) {
                sections.addAll(measuresDone(measures.of(cycle.id(), ReportPoint.YEAR_END), departments, words));
            }
        }
        sections.addAll(unplaced(cycle, report, departments, municipality, words));
        sections.add(decisions.of(cycle.id(), Set.of(Subject.WELFARE_REPORT), departments, words));
        return sections;
    }

    /** A broad report has chapters of its own: figures and measures come after them where none of them holds these. */
    private List<Section> unplaced(
            Cycle cycle,
            WelfareReport report,
            Map<DepartmentCode, String> departments,
            String municipality,
            Words words) {
        Set<ReportSection> chapters =
                report.texts().stream().map(WelfareReport.Text::section).collect(Collectors.toSet());
        List<Section> sections = new ArrayList<>();
        if (!chapters.contains(ReportSection.WELLBEING_STATE)) {
            sections.addAll(
                    under("document.report.state", indicators.of(cycle.id(), departments, municipality, words), words));
        }
        if (!chapters.contains(ReportSection.MEASURES_DONE)) {
            sections.addAll(under(
                    "document.report.done",
                    measuresDone(measures.of(cycle.id(), ReportPoint.YEAR_END), departments, words),
                    words));
        }
        return sections;
    }

    private static List<Section> under(String heading, List<Section> parts, Words words) {
        return parts.isEmpty()
                ? parts
                : Stream.concat(Stream.of(Section.of(1, words.text(heading))), parts.stream())
                        .toList();
    }

    private static Section written(WelfareReport.Text text, Words words) {
        List<Block> blocks = text.text().isBlank()
                ? List.of(new Block.Paragraph(Text.of(words.text("document.unwritten"))))
                : words.paragraphs(text.text());
        return new Section(1, words.named(text.heading().fi(), text.heading().sv()), blocks);
    }

    private List<Section> measuresDone(
            List<DepartmentReport> reports, Map<DepartmentCode, String> departments, Words words) {
        List<MeasureReport> reported =
                reports.stream().flatMap(report -> report.measures().stream()).toList();
        List<CycleId> years = reported.stream()
                .map(report -> report.measure().cycle())
                .distinct()
                .toList();
        List<Section> sections = new ArrayList<>();
        for (Goal goal :
                years.stream().flatMap(year -> goals.list(year).stream()).toList()) {
            List<MeasureReport> own = reported.stream()
                    .filter(report ->
                            goal.id().equals(report.measure().content().goal()))
                    .toList();
            if (!own.isEmpty()) {
                Text title = words.named(goal.titleFi(), goal.titleSv());
                sections.add(new Section(2, title, List.of(table(own, title, departments, words))));
            }
        }
        List<Block> notes = reports.stream()
                .filter(report -> report.note() != null)
                .<Block>map(report -> new Block.Paragraph(note(report, departments, words)))
                .toList();
        if (!notes.isEmpty()) {
            sections.add(new Section(2, Text.of(words.text("document.notes")), notes));
        }
        return sections;
    }

    private static Text note(DepartmentReport report, Map<DepartmentCode, String> departments, Words words) {
        Text note = words.free(report.note());
        String name = departments.getOrDefault(
                report.department(), report.department().value());
        return new Text(name + ": " + note.value(), note.language());
    }

    private static Table table(
            List<MeasureReport> reports, Text goal, Map<DepartmentCode, String> departments, Words words) {
        return new Table(
                words.text("document.done.caption", goal.value()),
                List.of(
                        new Column(words.text("document.measure"), 24, false),
                        new Column(words.text("document.department"), 14, false),
                        new Column(words.text("document.status"), 11, false),
                        new Column(words.text("document.granted"), 13, true),
                        new Column(words.text("document.used"), 13, true),
                        new Column(words.text("document.remarks"), 25, false)),
                reports.stream().map(report -> row(report, departments, words)).toList(),
                List.of());
    }

    private static List<Text> row(MeasureReport report, Map<DepartmentCode, String> departments, Words words) {
        MeasureReport.Content content = report.content();
        ReportedStatus status = content.status();
        String remarks = Stream.of(content.reason(), content.note())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        DepartmentCode department = report.measure().department();
        return List.of(
                words.free(report.measure().title()),
                Text.of(departments.getOrDefault(department, department.value())),
                status == null ? words.nothing() : Text.of(words.text("document.status." + status)),
                words.euro(report.measure().grantedEuro()),
                words.euro(content.euroUsed()),
                words.free(remarks));
    }
}
