package fi.hytekello.demo.simulation;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.plan.PlanScope;
import fi.hytekello.plan.PopulationGroup;
import fi.hytekello.plan.ProposalColumn;
import fi.hytekello.plan.ProposalImportPreview;
import fi.hytekello.plan.ProposalImports;
import fi.hytekello.plan.ProposalTables;
import fi.hytekello.plan.ProposalWords;
import fi.hytekello.platform.sheet.SheetWriter;
import fi.hytekello.platform.sheet.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills the template of proposals in as a department does, and brings it in as a file or pastes its cells. */
@Component
class ProposalSheets {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT);
    private static final BigDecimal MORE_WORK = new BigDecimal("0.1");

    private final ProposalTables tables;
    private final ProposalImports imports;
    private final ProposalWords words;
    private final Indicators indicators;
    private final Cycles cycles;
    private final UsedSheets used;

    ProposalSheets(
            ProposalTables tables,
            ProposalImports imports,
            ProposalWords words,
            Indicators indicators,
            Cycles cycles,
            UsedSheets used) {
        this.tables = tables;
        this.imports = imports;
        this.words = words;
        this.indicators = indicators;
        this.cycles = cycles;
        this.used = used;
    }

    /** The template with the department's rows of {@code demo/proposals.csv}. */
    void bringIn(Turn turn) {
        List<Table> template = tables.template(place(turn), turn.person().language());
        Table values = template.get(1);
        Cycle cycle = cycles.get(turn.cycle());
        List<Table.Line> lines = DemoTable.read("proposals.csv").stream()
                .filter(row -> row.get("department").equals(turn.department().value()))
                .filter(row -> turn.amount() == Amount.ALL || row.get("size").equals("FEW"))
                .map(row -> line(row, values, cycle, turn.person().language()))
                .toList();
        bring(turn, List.of(with(template.get(0), lines), values));
    }

    /** The department's rows as they stand; in the first there is a little more work. */
    void bringAgain(Turn turn) {
        List<Table> tables = this.tables.rows(place(turn), turn.person().language());
        List<Table.Line> lines = new ArrayList<>(tables.get(0).lines());
        List<@Nullable Object> cells = new ArrayList<>(lines.get(0).cells());
        int years = List.of(ProposalColumn.values()).indexOf(ProposalColumn.PERSON_YEARS);
        cells.set(years, cells.get(years) instanceof BigDecimal work ? work.add(MORE_WORK) : MORE_WORK);
        lines.set(0, new Table.Line(cells, false));
        bring(turn, List.of(with(tables.get(0), lines), tables.get(1)));
    }

    private void bring(Turn turn, List<Table> sheets) {
        boolean pasted = turn.does("by", "PASTE");
        byte[] content = pasted
                ? cells(sheets.get(0)).getBytes(StandardCharsets.UTF_8)
                : SheetWriter.xlsx(sheets.toArray(Table[]::new));
        used.add(
                cycles.get(turn.cycle()),
                "proposals-%s-%d%s".formatted(turn.department(), turn.round(), pasted ? "-pasted.txt" : ".xlsx"),
                content);
        ProposalImports.Place place = place(turn);
        ProposalImportPreview preview =
                pasted ? imports.paste(place, cells(sheets.get(0))) : imports.upload(place, content);
        if (!preview.problems().isEmpty()) {
            throw new IllegalStateException("Proposals of " + turn.department() + ": " + preview.problems());
        }
        imports.confirm(place, preview.fingerprint(), ProposalImportPreview.Doubles.UPDATE, false);
    }

    private ProposalImports.Place place(Turn turn) {
        return new ProposalImports.Place(
                turn.cycle(), turn.department(), turn.person().username(), indicators.names(turn.cycle()));
    }

    private static Table with(Table template, List<Table.Line> lines) {
        return new Table(template.name(), template.lead(), template.columns(), lines);
    }

    /** A measure lasts as long as it costs; one without cost, or with none told for later years, for the year. */
    private Table.Line line(DemoTable.Row row, Table values, Cycle cycle, Locale in) {
        int first = cycle.year() + 1;
        int last = first + (row.money("euro3") != null ? 2 : row.money("euro2") != null ? 1 : 0);
        boolean free = row.get("euro").equals("0");
        return Table.Line.of(
                row.get("title"),
                value(values, 0, row.get("goal") + ". "),
                value(values, 1, "(" + row.get("owner") + "."),
                value(values, 1, "(" + row.get("deputy") + "."),
                LocalDate.of(first, 1, 1),
                LocalDate.of(last, 12, 31),
                free ? null : row.money("euro"),
                free ? words.yes(in) : null,
                words.choice(PopulationGroup.valueOf(row.get("group")), in),
                Arrays.stream(row.get("scopes").split(",", -1))
                        .map(scope -> words.choice(PlanScope.valueOf(scope), in))
                        .collect(Collectors.joining("; ")),
                row.money("euro2"),
                row.money("euro3"),
                row.money("htv"),
                row.get("line"),
                null);
    }

    /** What the template offers in a column, the one that has this in it. */
    private static String value(Table values, int column, String part) {
        return values.lines().stream()
                .map(line -> Objects.toString(line.cells().get(column), ""))
                .filter(value -> value.contains(part))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The template does not offer " + part));
    }

    /** As a spreadsheet puts them into the clipboard. */
    private static String cells(Table table) {
        return table.lines().stream()
                .map(line -> line.cells().stream().map(ProposalSheets::shown).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\r\n"));
    }

    private static String shown(@Nullable Object cell) {
        if (cell instanceof BigDecimal number) {
            return number.toPlainString().replace('.', ',');
        }
        return cell instanceof LocalDate day ? DAY.format(day) : Objects.toString(cell, "");
    }
}
