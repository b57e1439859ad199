package fi.hytekello.budget;

import fi.hytekello.budget.ImportPreview.Change;
import fi.hytekello.budget.ImportPreview.Effect;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.CellReader;
import fi.hytekello.platform.sheet.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Replaces the lines of a budget by those of a file: a line is known by its account and cost centre, and one that the
 * file no longer has is removed unless a measure is linked to it.
 */
@Component
class LineImport implements FileImport {

    private final Budgets budgets;
    private final BudgetLinks links;
    private final Municipalities municipalities;

    LineImport(Budgets budgets, BudgetLinks links, Municipalities municipalities) {
        this.budgets = budgets;
        this.links = links;
        this.municipalities = municipalities;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.LINES;
    }

    @Override
    public Plan plan(Cycle cycle, Sheet sheet) {
        budgets.refuseDecided(cycle.id());
        CellReader cells = new CellReader(sheet);
        List<BudgetLine> given =
                LineRows.read(sheet, cells, municipalities.departments(cycle.municipality()), cycle.year() + 1);
        if (!cells.problems().isEmpty()) {
            return new Plan(new ImportPreview(kind(), List.of(), cells.problems()), () -> {});
        }
        Map<List<String>, BudgetLine> left = new LinkedHashMap<>();
        budgets.lines(cycle.id()).forEach(line -> left.put(key(line), line));
        Set<Long> linked = links.lines(cycle.id());
        List<Change> changes = new ArrayList<>();
        for (BudgetLine line : given) {
            BudgetLine before = left.remove(key(line));
            if (before != null
                    && linked.contains(before.id())
                    && !before.department().equals(line.department())) {
                cells.note(0, new InvalidInput("department", "problem.budget.lineMoves", line.label()));
            }
            changes.add(change(before, line));
        }
        for (BudgetLine gone : left.values()) {
            if (linked.contains(gone.id())) {
                cells.note(0, new InvalidInput("budgetLine", "problem.budget.lineLinked", gone.label()));
            }
            changes.add(new Change(Effect.REMOVED, gone.department(), gone.label(), gone.years(), List.of()));
        }
        return new Plan(
                new ImportPreview(kind(), changes, cells.problems()),
                () -> budgets.replaceLines(cycle, given, List.copyOf(left.values())));
    }

    private static Change change(@Nullable BudgetLine before, BudgetLine after) {
        if (before == null) {
            return new Change(Effect.ADDED, after.department(), after.label(), List.of(), after.years());
        }
        boolean same = before.label().equals(after.label())
                && before.department().equals(after.department())
                && before.years().equals(after.years());
        return new Change(
                same ? Effect.SAME : Effect.CHANGED, after.department(), after.label(), before.years(), after.years());
    }

    private static List<String> key(BudgetLine line) {
        return List.of(line.account(), line.costCentre());
    }
}
