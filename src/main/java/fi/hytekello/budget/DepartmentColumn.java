package fi.hytekello.budget;

import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.CellReader;
import fi.hytekello.platform.sheet.Sheet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a department by its code or its name in either language. */
final class DepartmentColumn {

    private final Map<String, DepartmentCode> known = new HashMap<>();
    private final String names;
    private final CellReader cells;
    private final String header;

    DepartmentColumn(CellReader cells, List<Department> departments) {
        this.cells = cells;
        this.header = cells.column("department", "Toimiala", "Sektor", "Department");
        this.names = departments.stream().map(Department::nameFi).collect(Collectors.joining(", "));
        for (Department department : departments) {
            known.put(department.code().value(), department.code());
            known.put(department.nameFi().toLowerCase(Locale.ROOT), department.code());
            known.put(department.nameSv().toLowerCase(Locale.ROOT), department.code());
        }
    }

    @Nullable
    DepartmentCode read(Sheet.Row row) {
        String text = cells.text(row, "department", header, 200);
        if (text == null) {
            return null;
        }
        DepartmentCode code = known.get(text.toLowerCase(Locale.ROOT));
        if (code == null) {
            cells.note(row.number(), new InvalidInput("department", "problem.budget.departmentUnknown", text, names));
        }
        return code;
    }
}
