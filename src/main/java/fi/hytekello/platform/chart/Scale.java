package fi.hytekello.platform.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Round marks on an axis that hold all values between them.
 *
 * @param marks from the lowest, at least two
 */
record Scale(List<BigDecimal> marks) {

    private static final List<BigDecimal> STEPS =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);
    private static final int MOST_STEPS = 4;

    /** Below this share of the highest value the axis begins at nought: all else would exaggerate. */
    private static final BigDecimal NEAR_NOUGHT = new BigDecimal("0.4");

    static Scale of(Collection<BigDecimal> values) {
        BigDecimal low = Collections.min(values);
        BigDecimal high = Collections.max(values);
        boolean flat = low.compareTo(high) == 0;
        if (low.signum() > 0 && (flat || low.compareTo(high.multiply(NEAR_NOUGHT)) < 0)) {
            low = BigDecimal.ZERO;
        } else if (flat && high.signum() < 0) {
            high = BigDecimal.ZERO;
        }
        BigDecimal step = step(low, high);
        BigDecimal mark = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        List<BigDecimal> marks = new ArrayList<>(List.of(mark));
        while (mark.compareTo(high) < 0 || marks.size() < 2) {
            mark = mark.add(step);
            marks.add(mark);
        }
        return new Scale(List.copyOf(marks));
    }

    private static BigDecimal step(BigDecimal low, BigDecimal high) {
        BigDecimal range = high.subtract(low);
        if (range.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal magnitude = magnitude(range.divide(BigDecimal.valueOf(MOST_STEPS), 10, RoundingMode.HALF_UP));
        return STEPS.stream()
                .map(magnitude::multiply)
                .filter(step -> step.multiply(BigDecimal.valueOf(MOST_STEPS)).compareTo(range) >= 0)
                .findFirst()
                .orElseThrow();
    }

    /** The power of ten at or below the number. */
    private static BigDecimal magnitude(BigDecimal number) {
        return BigDecimal.ONE.scaleByPowerOfTen(number.precision() - number.scale() - 1);
    }

    BigDecimal lowest() {
        return marks.get(0);
    }

    BigDecimal highest() {
        return marks.get(marks.size() - 1);
    }

    /** How far up the axis a value stands, 0 to 1. */
    double height(BigDecimal value) {
        return value.subtract(lowest()).doubleValue()
                / highest().subtract(lowest()).doubleValue();
    }
}
