package fi.hytekello.budget;

import fi.hytekello.budget.ImportPreview.Change;
import fi.hytekello.budget.ImportPreview.Effect;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.CellReader;
import fi.hytekello.platform.sheet.Sheet;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings back, in the budget year, what the lines of a decided budget have really cost so far. */
@Component
class RealisationImport implements FileImport {

    private final Budgets budgets;
    private final Realisations realisations;
    private final Clock clock;

    RealisationImport(Budgets budgets, Realisations realisations, Clock clock) {
        this.budgets = budgets;
        this.realisations = realisations;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.REALISATION;
    }

    @Override
    public Plan plan(Cycle cycle, Sheet sheet) {
        if (!budgets.isDecided(cycle.id())) {
            throw new Conflict("problem.budget.undecidedYet");
        }
        CellReader cells = new CellReader(sheet);
        Map<List<String>, BudgetLine> lines = new HashMap<>();
        budgets.lines(cycle.id()).forEach(line -> lines.put(List.of(line.account(), line.costCentre()), line));
        List<Realisation> given = read(sheet, cells, lines, LocalDate.of(cycle.year() + 1, 1, 1));
        Map<Realisation.Key, BigDecimal> before = realisations.all(cycle.id());
        Map<Long, BudgetLine> byId = new HashMap<>();
        lines.values().forEach(line -> byId.put(line.id(), line));
        List<Change> changes = given.stream()
                .map(one -> change(byId.get(one.line()), before.get(one.key()), one))
                .toList();
        return new Plan(new ImportPreview(kind(), changes, cells.problems()), () -> realisations.store(cycle, given));
    }

    private List<Realisation> read(
            Sheet sheet, CellReader cells, Map<List<String>, BudgetLine> lines, LocalDate begins) {
        String account = cells.column("account", "Tili", "Konto", "Account");
        String centre = cells.column("costCentre", "Kustannuspaikka", "Kostnadsställe", "Cost centre");
        String realised = cells.column("realised", "Toteutuma", "Utfall", "Realised");
        String asOf = cells.column("asOf", "Tilannepäivä", "Lägesdatum", "As of");
        List<Realisation> given = new ArrayList<>();
        Set<Realisation.Key> seen = new HashSet<>();
        if (!cells.problems().isEmpty()) {
            return given;
        }
        for (Sheet.Row row : sheet.rows()) {
            BudgetLine line = line(cells, row, account, centre, lines);
            BigDecimal sum = cells.balance(row, "realised", realised);
            LocalDate date = cells.date(row, "asOf", asOf);
            if (line == null || sum == null || date == null) {
                continue;
            }
            Realisation one = new Realisation(line.id(), date, sum);
            if (date.isBefore(begins) || date.isAfter(LocalDate.now(clock.withZone(Finland.ZONE)))) {
                cells.note(row.number(), new InvalidInput("asOf", "problem.budget.asOf", begins.getYear()));
            } else if (!seen.add(one.key())) {
                cells.note(row.number(), new InvalidInput("account", "problem.budget.realisedTwice", line.label()));
            }
            given.add(one);
        }
        return given;
    }

    private static @Nullable BudgetLine line(
            CellReader cells, Sheet.Row row, String account, String centre, Map<List<String>, BudgetLine> lines) {
        String accountText = cells.text(row, "account", account, 40);
        String centreText = cells.text(row, "costCentre", centre, 40);
        if (accountText == null || centreText == null) {
            return null;
        }
        BudgetLine line = lines.get(List.of(accountText, centreText));
        if (line == null) {
            cells.note(
                    row.number(),
                    new InvalidInput("account", "problem.budget.realisedUnknown", accountText, centreText));
        }
        return line;
    }

    private static Change change(@Nullable BudgetLine line, @Nullable BigDecimal before, Realisation after) {
        BudgetLine of = java.util.Objects.requireNonNull(line);
        if (before == null) {
            return new Change(Effect.ADDED, of.department(), of.label(), List.of(), List.of(after.realised()));
        }
        Effect effect = before.compareTo(after.realised()) == 0 ? Effect.SAME : Effect.CHANGED;
        return new Change(effect, of.department(), of.label(), List.of(before), List.of(after.realised()));
    }
}
