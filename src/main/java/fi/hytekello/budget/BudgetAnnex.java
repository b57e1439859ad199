package fi.hytekello.budget;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Languages;
import fi.hytekello.plan.MeasureId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The wellbeing measures of a budget as the council decided it: the end of the trace from a department's proposal to the
 * budget line and the council's § (domain chapter 4.4).
 *
 * @param decidedOn day of the council's meeting
 * @param section § of the council's minutes
 */
public record BudgetAnnex(
        LocalDate decidedOn, String section, @Nullable String diaryNumber, List<Row> rows, List<LeftOut> leftOut) {

    /** One measure; account, cost centre and line are null where it has no cost; {@code binding} is its goal's mark. */
    public record Row(
            MeasureId measure,
            DepartmentCode department,
            String title,
            @Nullable String goalFi,
            @Nullable String goalSv,
            @Nullable String account,
            @Nullable String costCentre,
            @Nullable String lineName,
            BigDecimal euro,
            boolean binding) {

        /** The goal in this language, in the other one where there is none in this. */
        public String goal(Locale locale) {
            String first = Languages.isSwedish(locale) ? goalSv : goalFi;
            String second = Languages.isSwedish(locale) ? goalFi : goalSv;
            return first != null ? first : Objects.requireNonNull(second);
        }
    }

    /** An accepted measure that is not in the budget, and why. */
    public record LeftOut(
            MeasureId measure, DepartmentCode department, String title, BigDecimal askedEuro, By by, String reason) {

        /** Who left it out. */
        public enum By {
            MANAGER,
            COUNCIL
        }
    }

    public BudgetAnnex {
        rows = List.copyOf(rows);
        leftOut = List.copyOf(leftOut);
    }

    /** Departments that have a measure in the budget, in the order of the rows. */
    public List<DepartmentCode> departments() {
        return rows.stream().map(Row::department).distinct().toList();
    }

    public List<Row> rows(DepartmentCode department) {
        return rows.stream().filter(row -> row.department().equals(department)).toList();
    }

    public BigDecimal sum(DepartmentCode department) {
        return sum(rows(department));
    }

    public BigDecimal total() {
        return sum(rows);
    }

    private static BigDecimal sum(List<Row> rows) {
        return rows.stream().map(Row::euro).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
