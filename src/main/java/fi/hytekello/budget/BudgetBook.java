package fi.hytekello.budget;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.Measure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a cycle against frames and lines, for pages.
 *
 * @param departments those that have a measure, a line or a frame, by code
 * @param overruns all that is exceeded by the links
 * @param correctionsHeld true when the departments have had their one round: what is exceeded is the manager's to settle
 */
public record BudgetBook(List<Department> departments, List<Overrun> overruns, boolean correctionsHeld) {

    public BudgetBook {
        departments = List.copyOf(departments);
        overruns = List.copyOf(overruns);
    }

    /**
     * One department.
     *
     * @param frame null where the board gave none
     * @param linked what the links take together
     * @param granted what the manager's choices so far take together
     */
    public record Department(
            DepartmentCode code,
            @Nullable BigDecimal frame,
            BigDecimal linked,
            BigDecimal granted,
            List<Line> lines,
            List<Row> rows) {

        /** What is left of the frame after the links; negative when it is exceeded, null without a frame. */
        public @Nullable BigDecimal left() {
            return frame == null ? null : frame.subtract(linked);
        }
    }

    /** A line and what is charged to it. */
    public record Line(BudgetLine line, BigDecimal linked) {

        /** What is left of the appropriation; negative when it is exceeded. */
        public BigDecimal left() {
            return line.appropriation().subtract(linked);
        }

        public boolean isExceeded() {
            return linked.compareTo(line.appropriation()) > 0;
        }
    }

    /** A measure with what finance, its department, the manager and the council have said of it so far. */
    public record Row(
            Measure measure,
            @Nullable BudgetLink link,
            @Nullable BudgetLine line,
            @Nullable Correction correction,
            @Nullable ManagerChoice choice,
            @Nullable CouncilChange council) {

        /** What the measure gets as it stands now; null for one that is left out or not decided. */
        public @Nullable BigDecimal proposed() {
            return measure.grantedEuro();
        }
    }

    /** True when there is no measure to budget. */
    public boolean isEmpty() {
        return departments.stream().allMatch(department -> department.rows().isEmpty());
    }

    /** True while finance has brought in no line. */
    public boolean hasNoLine() {
        return departments.stream().allMatch(department -> department.lines().isEmpty());
    }

    public List<Overrun> overruns(DepartmentCode department) {
        return overruns.stream()
                .filter(overrun -> overrun.department().equals(department))
                .toList();
    }

    /** True where the row's measure has a part in something exceeded. */
    public boolean isExceeded(Row row) {
        BudgetLink link = row.link();
        return link != null
                && overruns(row.measure().department()).stream().anyMatch(overrun -> overrun.concerns(link));
    }

    public BigDecimal linked() {
        return departments.stream().map(Department::linked).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal granted() {
        return departments.stream().map(Department::granted).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
