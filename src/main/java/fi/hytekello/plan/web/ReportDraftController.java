package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.plan.Chapter;
import fi.hytekello.plan.Chapters;
import fi.hytekello.plan.MeasureReports;
import fi.hytekello.plan.ReportPoint;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.WelfareReport;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which the coordinator writes the report from what the departments reported; each section saves itself. */
@Controller
class ReportDraftController {

    /** A section in the form. */
    record Row(ReportSection section, String heading, boolean obligatory, String text, RowState state) {

        Row holding(String sent, RowState changed) {
            return new Row(section, heading, obligatory, sent, changed);
        }
    }

    private final WelfareReports reports;
    private final Chapters chapters;
    private final Cycles cycles;
    private final MeasureReports measures;
    private final Indicators indicators;
    private final Decisions decisions;
    private final RowSaving saving;

    ReportDraftController(
            WelfareReports reports,
            Chapters chapters,
            Cycles cycles,
            MeasureReports measures,
            Indicators indicators,
            Decisions decisions,
            RowSaving saving) {
        this.reports = reports;
        this.chapters = chapters;
        this.cycles = cycles;
        this.measures = measures;
        this.indicators = indicators;
        this.decisions = decisions;
        this.saving = saving;
    }

    @GetMapping("/tasks/{taskId}/report-draft")
    String show(OpenTask task, Locale locale, Model model) {
        Pages.of("Activity_WriteDraft", task);
        WelfareReport report = reports.current(task.cycle());
        return page(task, report, rows(report, locale), model);
    }

    @PostMapping("/tasks/{taskId}/report-draft/{section}")
    String save(
            OpenTask task,
            @PathVariable ReportSection section,
            @RequestParam Map<String, String> fields,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        Pages.of("Activity_WriteDraft", task);
        String sent = fields.getOrDefault(section.field(), "");
        int version = new Given(fields).version();
        Row before = row(reports.current(task.cycle()).text(section), locale);
        RowState state = saving.save(
                section.field(),
                new Given(fields),
                locale,
                () -> reports.write(task.cycle(), section, sent, version).version(),
                () -> stored(reports.current(task.cycle()).text(section)));
        Row row = before.holding(sent, state);
        model.addAttribute("label", row.heading());
        model.addAttribute("reload", Pages.address(task, "report-draft", fields.get("embedded")));
        if (htmx != null) {
            model.addAttribute("state", row.state());
            return "forms/plan/parts :: state";
        }
        if (row.state().saved()) {
            return Pages.back(task, "report-draft", fields.get("embedded"), "#" + section.field());
        }
        WelfareReport report = reports.current(task.cycle());
        List<Row> rows = rows(report, locale).stream()
                .map(other -> other.section().equals(section) ? row : other)
                .toList();
        return page(task, report, rows, model);
    }

    private static RowSaving.Stored stored(WelfareReport.Text text) {
        return new RowSaving.Stored(text.version(), Map.of(text.section().field(), text.text()), List.of());
    }

    private static List<Row> rows(WelfareReport report, Locale locale) {
        return report.texts().stream().map(text -> row(text, locale)).toList();
    }

    private static Row row(WelfareReport.Text text, Locale locale) {
        return new Row(
                text.section(),
                text.heading(locale),
                text.obligatory(),
                text.text(),
                RowState.unchanged(text.section().field(), text.version(), List.of()));
    }

    private String page(OpenTask task, WelfareReport report, List<Row> rows, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("report", report);
        model.addAttribute("rows", rows);
        model.addAttribute("broad", cycles.get(task.cycle()).kind() == Cycle.Kind.BROAD);
        model.addAttribute(
                "chapters",
                chapters.of(task.cycle()).stream().collect(Collectors.toMap(Chapter::section, Function.identity())));
        model.addAttribute("departments", measures.of(task.cycle(), ReportPoint.YEAR_END));
        model.addAttribute("lights", indicators.countsByLight(task.cycle()));
        model.addAttribute("returned", returned(task.cycle(), report));
        return "forms/plan/report-draft";
    }

    /** The decision for which this version is being written: the newest return of an earlier version. */
    private @Nullable Decision returned(CycleId cycle, WelfareReport report) {
        return decisions.of(cycle).stream()
                .filter(decision -> decision.subject() == Subject.WELFARE_REPORT
                        && (decision.outcome() == Outcome.RETURNED || decision.outcome() == Outcome.REJECTED)
                        && decision.versionNumber() != null
                        && decision.versionNumber() < report.number())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
