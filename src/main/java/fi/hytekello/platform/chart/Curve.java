package fi.hytekello.platform.chart;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** Where a line runs. */
final class Curve {

    private Curve() {}

    /** A path that begins anew after each year without a value. */
    static String path(SortedMap<Integer, BigDecimal> values, IntToDoubleFunction x, ToDoubleFunction<BigDecimal> y) {
        StringBuilder path = new StringBuilder();
        for (Map.Entry<Integer, BigDecimal> point : values.entrySet()) {
            int year = point.getKey();
            path.append(values.containsKey(year - 1) ? " L" : path.isEmpty() ? "M" : " M")
                    .append(Svg.px(x.applyAsDouble(year)))
                    .append(' ')
                    .append(Svg.px(y.applyAsDouble(point.getValue())));
        }
        return path.toString();
    }

    /** Whether no line leads to the value of this year. */
    static boolean isAlone(SortedMap<Integer, BigDecimal> values, int year) {
        return !values.containsKey(year - 1) && !values.containsKey(year + 1);
    }
}
