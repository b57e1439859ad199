package fi.hytekello.platform.chart;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lines over years. Only values of neighbouring years are joined: a year without a value is a gap, one that the source
 * suppressed a cross on the axis.
 *
 * @param level to be reached, if any
 * @param suppressed what the key says of the cross
 * @param frame the axes; charts with the same frame can be compared by eye
 */
public record LineChart(
        String title,
        String description,
        String unit,
        Numbers numbers,
        List<Line> lines,
        @Nullable Level level,
        String suppressed,
        Frame frame)
        implements Chart {

    /**
     * @param values by year
     * @param suppressed years whose value the source keeps to itself
     */
    public record Line(
            String name, LineStyle style, SortedMap<Integer, BigDecimal> values, SortedSet<Integer> suppressed) {
        public Line {
            values = new TreeMap<>(values);
            suppressed = new TreeSet<>(suppressed);
        }

        private IntStream years() {
            return Stream.concat(values.keySet().stream(), suppressed.stream()).mapToInt(year -> year);
        }
    }

    /** @param label such as {@code Tavoite 6,0 vuonna 2029} */
    public record Level(String label, BigDecimal value) {}

    /** The years and values between which all is drawn. */
    public record Frame(int from, int to, BigDecimal low, BigDecimal high) {

        static Frame around(List<Line> lines, @Nullable Level level) {
            List<BigDecimal> values = Stream.concat(
                            lines.stream().flatMap(line -> line.values().values().stream()),
                            Stream.ofNullable(level).map(Level::value))
                    .toList();
            int[] years = lines.stream().flatMapToInt(Line::years).toArray();
            return new Frame(
                    IntStream.of(years).min().orElseThrow(),
                    IntStream.of(years).max().orElseThrow(),
                    values.stream().min(BigDecimal::compareTo).orElseThrow(),
                    values.stream().max(BigDecimal::compareTo).orElseThrow());
        }

        /** The frame around all of these. */
        public static Frame around(Collection<LineChart> charts) {
            return around(
                    charts.stream().flatMap(chart -> chart.lines().stream()).toList(),
                    charts.stream()
                            .map(LineChart::level)
                            .flatMap(Stream::ofNullable)
                            .findFirst()
                            .orElse(null));
        }
    }

    public LineChart {
        lines = List.copyOf(lines);
    }

    /** A chart with axes of its own; at least one line has a value. */
    public LineChart(
            String title,
            String description,
            String unit,
            Numbers numbers,
            List<Line> lines,
            @Nullable Level level,
            String suppressed) {
        this(title, description, unit, numbers, lines, level, suppressed, Frame.around(lines, level));
    }

    public LineChart within(Frame other) {
        return new LineChart(title, description, unit, numbers, lines, level, suppressed, other);
    }

    @Override
    public Picture draw(Size size, String id) {
        return new LineDrawing(this, size, id).picture();
    }
}
