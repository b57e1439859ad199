package fi.hytekello.demo.simulation;

import fi.hytekello.budget.BudgetImports;
import fi.hytekello.budget.BudgetTemplates;
import fi.hytekello.budget.ImportKind;
import fi.hytekello.budget.ImportPreview;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.sheet.SheetWriter;
import fi.hytekello.platform.sheet.Table;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Fills finance's templates in and brings them in as spreadsheets. */
@Component
class FinanceSheets {

    private final BudgetTemplates templates;
    private final BudgetImports imports;
    private final Municipalities municipalities;
    private final UsedSheets used;

    FinanceSheets(BudgetTemplates templates, BudgetImports imports, Municipalities municipalities, UsedSheets used) {
        this.templates = templates;
        this.imports = imports;
        this.municipalities = municipalities;
        this.used = used;
    }

    void lines(Cycle cycle, Person finance) {
        Map<String, String> names = names(cycle, finance);
        bring(
                cycle,
                ImportKind.LINES,
                finance,
                DemoTable.read("budget-lines.csv").stream()
                        .map(row -> Table.Line.of(
                                row.get("account"),
                                row.get("centre"),
                                row.get("name"),
                                names.get(row.get("department")),
                                row.money("first"),
                                row.money("second"),
                                row.money("third")))
                        .toList());
    }

    void frames(Cycle cycle, Person finance) {
        Map<String, String> names = names(cycle, finance);
        bring(
                cycle,
                ImportKind.FRAMES,
                finance,
                DemoTable.read("budget-frames.csv").stream()
                        .map(row -> Table.Line.of(names.get(row.get("department")), row.money("frame")))
                        .toList());
    }

    void realisation(Cycle cycle, Person finance) {
        LocalDate asOf = LocalDate.of(cycle.year() + 1, Month.JUNE, 30);
        bring(
                cycle,
                ImportKind.REALISATION,
                finance,
                DemoTable.read("budget-lines.csv").stream()
                        .map(row -> Table.Line.of(
                                row.get("account"), row.get("centre"), row.get("name"), row.money("realised"), asOf))
                        .toList());
    }

    private void bring(Cycle cycle, ImportKind kind, Person finance, List<Table.Line> lines) {
        Table template = templates.table(cycle, kind, finance.language());
        byte[] file = SheetWriter.xlsx(new Table(template.name(), template.lead(), template.columns(), lines));
        used.add(cycle, "budget-" + kind.path() + ".xlsx", file);
        ImportPreview preview = imports.upload(cycle.id(), kind, file, finance);
        if (!preview.problems().isEmpty()) {
            throw new IllegalStateException("Finance's " + kind + ": " + preview.problems());
        }
        imports.confirm(cycle.id(), kind, preview.fingerprint(), finance);
    }

    private Map<String, String> names(Cycle cycle, Person finance) {
        return municipalities.departments(cycle.municipality()).stream()
                .collect(Collectors.toMap(
                        (Department department) -> department.code().value(),
                        department -> department.name(finance.language())));
    }
}
