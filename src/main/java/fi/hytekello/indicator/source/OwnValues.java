package fi.hytekello.indicator.source;

import fi.hytekello.indicator.Direction;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.platform.sheet.SheetProblem;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality's own table says.
 *
 * @param indicators in the order of the table
 * @param values by row
 * @param problems all that must be mended first
 */
public record OwnValues(List<Named> indicators, List<Value> values, List<SheetProblem> problems) {

    /**
     * An own indicator.
     *
     * @param id null where it is new
     */
    public record Named(
            @Nullable Integer id,
            String titleFi,
            String titleSv,
            String unitFi,
            String unitSv,
            Direction direction,
            String theme,
            DepartmentCode department,
            String producer) {}

    /**
     * A value of one of the indicators.
     *
     * @param titleFi of the indicator
     * @param margin half of the 95 % confidence interval in the indicator's own unit, null where it is not told
     * @param respondents null where they are not told
     */
    public record Value(
            int row,
            String titleFi,
            int year,
            BigDecimal value,
            @Nullable BigDecimal margin,
            @Nullable Integer respondents) {}

    public OwnValues {
        indicators = List.copyOf(indicators);
        values = List.copyOf(values);
        problems = List.copyOf(problems);
    }

    public long added() {
        return indicators.stream().filter(one -> one.id() == null).count();
    }
}
