package fi.hytekello.budget;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.sheet.Table.Column;
import fi.hytekello.platform.sheet.Table.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The files to fill in: what is stored now, under the headers that the import knows. */
@Component
public class BudgetTemplates {

    private final Budgets budgets;
    private final Municipalities municipalities;
    private final MessageSource messages;

    BudgetTemplates(Budgets budgets, Municipalities municipalities, MessageSource messages) {
        this.budgets = budgets;
        this.municipalities = municipalities;
        this.messages = messages;
    }

    /** Without an ending. */
    public String fileName(Cycle cycle, ImportKind kind, Locale locale) {
        return text("budget.file." + kind.path(), locale) + "-" + (cycle.year() + 1);
    }

    public Table table(Cycle cycle, ImportKind kind, Locale locale) {
        return switch (kind) {
            case LINES -> lines(cycle, locale);
            case FRAMES -> frames(cycle, locale);
            case REALISATION -> realisation(cycle, locale);
        };
    }

    private Table lines(Cycle cycle, Locale locale) {
        Map<DepartmentCode, String> names = municipalities.departments(cycle.municipality()).stream()
                .collect(Collectors.toMap(Department::code, department -> department.name(locale)));
        List<Line> lines = budgets.lines(cycle.id()).stream()
                .map(line -> Line.of(
                        line.account(),
                        line.costCentre(),
                        line.name(),
                        names.get(line.department()),
                        line.appropriation(),
                        line.second(),
                        line.third()))
                .toList();
        return new Table(
                text("budget.file.lines", locale),
                List.of(),
                List.of(
                        Column.text(text("field.account", locale), 12),
                        Column.text(text("field.costCentre", locale), 18),
                        Column.text(text("field.lineName", locale), 40),
                        Column.text(text("field.department", locale), 30),
                        year(cycle, 1, locale),
                        year(cycle, 2, locale),
                        year(cycle, 3, locale)),
                lines);
    }

    private Column year(Cycle cycle, int after, Locale locale) {
        return Column.money(text("field.appropriation", locale) + " " + (cycle.year() + after));
    }

    private Table frames(Cycle cycle, Locale locale) {
        Map<DepartmentCode, BigDecimal> frames = budgets.frames(cycle.id());
        List<Department> departments = municipalities.departments(cycle.municipality());
        return new Table(
                text("budget.file.frames", locale),
                List.of(),
                List.of(Column.text(text("field.department", locale), 30), Column.money(text("field.frame", locale))),
                departments.stream()
                        .map(department -> Line.of(department.name(locale), frames.get(department.code())))
                        .toList());
    }

    private Table realisation(Cycle cycle, Locale locale) {
        List<BudgetLine> lines = budgets.lines(cycle.id());
        return new Table(
                text("budget.file.realisation", locale),
                List.of(),
                List.of(
                        Column.text(text("field.account", locale), 12),
                        Column.text(text("field.costCentre", locale), 18),
                        Column.text(text("field.lineName", locale), 40),
                        Column.money(text("field.realised", locale)),
                        Column.date(text("field.asOf", locale))),
                lines.stream()
                        .map(line -> Line.of(line.account(), line.costCentre(), line.name(), null, null))
                        .toList());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
