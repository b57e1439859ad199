package fi.hytekello.budget;

import fi.hytekello.budget.ImportPreview.Change;
import fi.hytekello.budget.ImportPreview.Effect;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.CellReader;
import fi.hytekello.platform.sheet.Sheet;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sets the frames of the departments that a file names; the others keep theirs. */
@Component
class FrameImport implements FileImport {

    private final Budgets budgets;
    private final Municipalities municipalities;

    FrameImport(Budgets budgets, Municipalities municipalities) {
        this.budgets = budgets;
        this.municipalities = municipalities;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.FRAMES;
    }

    @Override
    public Plan plan(Cycle cycle, Sheet sheet) {
        budgets.refuseDecided(cycle.id());
        CellReader cells = new CellReader(sheet);
        Map<DepartmentCode, BigDecimal> given = new LinkedHashMap<>();
        DepartmentColumn departments = new DepartmentColumn(cells, municipalities.departments(cycle.municipality()));
        String frame = cells.column("frame", "Kehys", "Raami", "Ram", "Frame");
        if (cells.problems().isEmpty()) {
            for (Sheet.Row row : sheet.rows()) {
                DepartmentCode department = departments.read(row);
                BigDecimal sum = cells.sum(row, "frame", frame);
                if (department != null && sum != null && given.putIfAbsent(department, sum) != null) {
                    cells.note(
                            row.number(),
                            new InvalidInput("department", "problem.budget.frameTwice", department.value()));
                }
            }
        }
        Map<DepartmentCode, BigDecimal> before = budgets.frames(cycle.id());
        List<Change> changes = given.entrySet().stream()
                .map(one -> change(one.getKey(), before.get(one.getKey()), one.getValue()))
                .toList();
        return new Plan(new ImportPreview(kind(), changes, cells.problems()), () -> budgets.setFrames(cycle, given));
    }

    private static Change change(
            DepartmentCode department, @org.jspecify.annotations.Nullable BigDecimal before, BigDecimal after) {
        if (before == null) {
            return new Change(Effect.ADDED, department, null, List.of(), List.of(after));
        }
        Effect effect = before.compareTo(after) == 0 ? Effect.SAME : Effect.CHANGED;
        return new Change(effect, department, null, List.of(before), List.of(after));
    }
}
