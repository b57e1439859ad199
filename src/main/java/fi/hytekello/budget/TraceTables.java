package fi.hytekello.budget;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.OfficeWords;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.sheet.Table.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The chains of a cycle's measures in words (R1-03): proposal, line, §, realisation. */
@Component
public class TraceTables {

    private final Traces traces;
    private final TraceWords words;
    private final Municipalities municipalities;
    private final OfficeWords offices;

    TraceTables(Traces traces, TraceWords words, Municipalities municipalities, OfficeWords offices) {
        this.traces = traces;
        this.words = words;
        this.municipalities = municipalities;
        this.offices = offices;
    }

    /** Without an ending. */
    public String fileName(Cycle cycle, Locale in) {
        return words.text("budget.file.trace", in) + "-" + (cycle.year() + 1);
    }

    /** @param department code, null or empty for all; of an unknown one there are none */
    public List<TraceWords.Row> rows(Cycle cycle, @Nullable String department, Locale in) {
        return traces.of(cycle.id()).stream()
                .filter(trace -> department == null
                        || department.isEmpty()
                        || trace.department().value().equals(department))
                .map(trace -> words.row(trace, in))
                .toList();
    }

    /**
     * The same as a table, with the sums as numbers of their own.
     *
     * @param department as for the rows
     */
    public Table table(Cycle cycle, @Nullable String department, Locale in) {
        Map<DepartmentCode, String> names = municipalities.departments(cycle.municipality()).stream()
                .collect(Collectors.toMap(one -> one.code(), one -> one.name(in)));
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(words.text("field.department", in), 20),
                Column.text(words.text("budget.measure", in), 34),
                Column.text(words.text("budget.goal", in), 30)));
        boolean city = municipalities.get(cycle.municipality()).city();
        TraceWords.STEPS.forEach(step -> columns.add(Column.text(offices.text("budget.trace." + step, city, in), 24)));
        columns.add(Column.money(words.text("budget.trace.euroDecided", in)));
        columns.add(Column.money(words.text("budget.trace.euroLine", in)));
        columns.add(Column.money(words.text("budget.trace.euroUsed", in)));
        List<Table.Line> lines = rows(cycle, department, in).stream()
                .map(row -> line(row, names, in))
                .toList();
        return new Table(words.text("budget.file.trace", in), List.of(), columns, lines);
    }

    private static Table.Line line(TraceWords.Row row, Map<DepartmentCode, String> names, Locale in) {
        Trace trace = row.trace();
        List<@Nullable Object> cells =
                new ArrayList<>(Arrays.asList(names.get(trace.department()), trace.title(), trace.goal(in)));
        row.steps().forEach(step -> cells.add(step.text()));
        Trace.Annex annex = trace.annex();
        Trace.Realised realised = trace.realised();
        BigDecimal decided = annex == null ? null : annex.euro();
        cells.add(decided);
        cells.add(realised == null || trace.isLeftOut() ? null : realised.euro());
        cells.add(trace.euroUsed());
        return new Table.Line(cells, false);
    }
}
