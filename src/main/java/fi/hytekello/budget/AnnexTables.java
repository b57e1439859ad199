package fi.hytekello.budget;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.OfficeWords;
import fi.hytekello.platform.Dates;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.sheet.Table.Column;
import fi.hytekello.platform.sheet.Table.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The annex as tables for the budget book: the measures with sums by department, and what was left out. */
@Component
public class AnnexTables {

    private final MessageSource messages;
    private final Dates dates;
    private final Municipalities municipalities;
    private final OfficeWords offices;

    AnnexTables(MessageSource messages, Dates dates, Municipalities municipalities, OfficeWords offices) {
        this.messages = messages;
        this.dates = dates;
        this.municipalities = municipalities;
        this.offices = offices;
    }

    /** Without an ending. */
    public String fileName(Cycle cycle, Locale in) {
        return text("budget.file.annex", in) + "-" + (cycle.year() + 1);
    }

    public Table measures(Cycle cycle, BudgetAnnex annex, Locale in) {
        Map<String, String> names = names(cycle, in);
        List<Line> lines = new ArrayList<>();
        List<Integer> sums = new ArrayList<>();
        for (DepartmentCode department : annex.departments()) {
            String name = names.get(department.value());
            int first = lines.size();
            annex.rows(department).forEach(row -> lines.add(measure(annex, row, name, in)));
            List<Integer> own = IntStream.range(first, lines.size()).boxed().toList();
            sums.add(lines.size());
            lines.add(total(text("budget.sumOf", in, name), new Table.Sum(annex.sum(department), own)));
        }
        lines.add(total(text("budget.annex.all", in), new Table.Sum(annex.total(), sums)));
        return new Table(text("budget.file.annex", in), lead(cycle, annex, in), columns(in), lines);
    }

    public Table leftOut(Cycle cycle, BudgetAnnex annex, Locale in) {
        Map<String, String> names = names(cycle, in);
        boolean city = municipalities.get(cycle.municipality()).city();
        return new Table(
                text("budget.annex.leftOut", in),
                List.of(),
                List.of(
                        Column.text(text("field.department", in), 28),
                        Column.text(text("budget.measure", in), 40),
                        Column.money(text("budget.asked", in)),
                        Column.text(text("budget.annex.by", in), 18),
                        Column.text(text("budget.annex.reason", in), 60)),
                annex.leftOut().stream()
                        .map(one -> Line.of(
                                names.get(one.department().value()),
                                one.title(),
                                one.askedEuro(),
                                offices.text("budget.annex.by." + one.by(), city, in),
                                one.reason()))
                        .toList());
    }

    private Map<String, String> names(Cycle cycle, Locale in) {
        return municipalities.departments(cycle.municipality()).stream()
                .collect(Collectors.toMap(department -> department.code().value(), one -> one.name(in)));
    }

    private List<String> lead(Cycle cycle, BudgetAnnex annex, Locale in) {
        String decided = annex.diaryNumber() == null
                ? text("budget.annex.decided", in, dates.date(annex.decidedOn()), annex.section())
                : text(
                        "budget.annex.decidedDiary",
                        in,
                        dates.date(annex.decidedOn()),
                        annex.section(),
                        annex.diaryNumber());
        return List.of(text("budget.annex.title", in, Integer.toString(cycle.year() + 1)), decided);
    }

    private List<Column> columns(Locale in) {
        return List.of(
                Column.text(text("field.department", in), 30),
                Column.text(text("budget.goal", in), 36),
                Column.text(text("budget.goals.binding", in), 10),
                Column.text(text("budget.measure", in), 40),
                Column.text(text("field.account", in), 10),
                Column.text(text("field.costCentre", in), 18),
                Column.text(text("field.lineName", in), 30),
                Column.money(text("budget.sum", in)),
                Column.text(text("field.section", in), 10),
                Column.text(text("field.diaryNumber", in), 20));
    }

    private Line measure(BudgetAnnex annex, BudgetAnnex.Row row, @Nullable String department, Locale in) {
        return Line.of(
                department,
                row.goal(in),
                text(row.binding() ? "budget.yes" : "budget.no", in),
                row.title(),
                row.account(),
                row.costCentre(),
                row.lineName() == null ? text("budget.noCost", in) : row.lineName(),
                row.euro(),
                annex.section(),
                annex.diaryNumber());
    }

    private static Line total(String label, Table.Sum sum) {
        return Line.strong(label, null, null, null, null, null, null, sum, null, null);
    }

    private String text(String key, Locale in, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, in);
    }
}
