package fi.hytekello.budget.web;

import fi.hytekello.budget.Trace;
import fi.hytekello.budget.Traces;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.sheet.Table.Column;
import fi.hytekello.platform.web.Downloads;
import fi.hytekello.platform.web.Names;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Every accepted measure with its whole chain: proposal, line, §, realisation (R1-03). */
@Controller
class TracePage {

    private final VisibleCycles visible;
    private final Traces traces;
    private final TraceWords words;
    private final BudgetRows rows;
    private final Names named;

    TracePage(VisibleCycles visible, Traces traces, TraceWords words, BudgetRows rows, Names named) {
        this.visible = visible;
        this.traces = traces;
        this.words = words;
        this.rows = rows;
        this.named = named;
    }

    @GetMapping("/cycles/{id}/trace")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String department,
            Person person,
            Locale locale,
            Model model) {
        Cycle cycle = visible.get(id, person);
        model.addAttribute("cycle", cycle);
        model.addAttribute("departments", rows.names(cycle.municipality(), locale));
        model.addAttribute("department", department);
        model.addAttribute("steps", TraceWords.STEPS);
        model.addAttribute("rows", of(cycle, department, locale));
        return "forms/budget/trace";
    }

    @GetMapping("/cycles/{id}/trace.{format:xlsx|csv}")
    ResponseEntity<byte[]> file(
            @PathVariable long id,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String department,
            Person person,
            Locale locale) {
        Cycle cycle = visible.get(id, person);
        return Downloads.table(
                words.text("budget.file.trace", locale) + "-" + (cycle.year() + 1),
                format,
                table(cycle, department, locale));
    }

    private List<TraceWords.Row> of(Cycle cycle, @Nullable String department, Locale locale) {
        return traces.of(cycle.id()).stream()
                .filter(trace -> department == null
                        || department.isEmpty()
                        || trace.department().value().equals(department))
                .map(trace -> words.row(trace, locale))
                .toList();
    }

    private Table table(Cycle cycle, @Nullable String department, Locale locale) {
        Map<String, String> names = rows.names(cycle.municipality(), locale);
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(words.text("field.department", locale), 20),
                Column.text(words.text("budget.measure", locale), 34),
                Column.text(words.text("budget.goal", locale), 30)));
        TraceWords.STEPS.forEach(step ->
                columns.add(Column.text(named.office(cycle.municipality(), "budget.trace." + step, locale), 24)));
        columns.add(Column.money(words.text("budget.trace.euroDecided", locale)));
        columns.add(Column.money(words.text("budget.trace.euroLine", locale)));
        columns.add(Column.money(words.text("budget.trace.euroUsed", locale)));
        List<Table.Line> lines = of(cycle, department, locale).stream()
                .map(row -> line(row, names, locale))
                .toList();
        return new Table(words.text("budget.file.trace", locale), List.of(), columns, lines);
    }

    private static Table.Line line(TraceWords.Row row, Map<String, String> names, Locale locale) {
        Trace trace = row.trace();
        List<@Nullable Object> cells = new ArrayList<>(
                Arrays.asList(names.get(trace.department().value()), trace.title(), trace.goal(locale)));
        row.steps().forEach(step -> cells.add(step.text()));
        Trace.Annex annex = trace.annex();
        Trace.Realised realised = trace.realised();
        BigDecimal decided = annex == null ? null : annex.euro();
        cells.add(decided);
        cells.add(realised == null ? null : realised.euro());
        cells.add(trace.euroUsed());
        return new Table.Line(cells, false);
    }
}
