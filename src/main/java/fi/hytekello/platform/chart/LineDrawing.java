package fi.hytekello.platform.chart;

import fi.hytekello.platform.chart.LineChart.Frame;
import fi.hytekello.platform.chart.LineChart.Line;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Draws a line chart: axes, gaps, markers, the newest values at the right, the key below. */
final class LineDrawing {

    private static final int CROWDED_YEARS = 14;

    private final LineChart chart;
    private final Frame frame;
    private final Svg svg;
    private final Scale scale;
    private final Numbers marks;
    private final int letters;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final int width;

    LineDrawing(LineChart chart, Chart.Size size, String id) {
        this.chart = chart;
        this.width = size.width();
        this.frame = chart.frame();
        this.letters = size.letters();
        this.svg = new Svg(size.width(), letters, id, chart.title(), chart.description());
        this.scale = Scale.of(List.of(frame.low(), frame.high()));
        this.marks = Numbers.of(chart.numbers().locale(), scale.marks());
        this.left = 10 + widest(scale.marks().stream().map(marks::format));
        this.right = size.width()
                - 12
                - widest(chart.lines().stream()
                        .flatMap(line -> line.values().values().stream())
                        .map(chart.numbers()::format));
        this.top = 2.0 * letters;
        this.bottom = top + (size == Chart.Size.WIDE ? 220 : 120);
    }

    private double widest(Stream<String> texts) {
        return texts.mapToDouble(svg::width).max().orElse(0);
    }

    Picture picture() {
        drawAxes();
        drawYears();
        if (chart.level() != null) {
            stroke(
                    svg.line(
                            left,
                            y(chart.level().value()),
                            right,
                            y(chart.level().value()),
                            ""),
                    LineStyle.LEVEL);
        }
        for (int line = chart.lines().size() - 1; line >= 0; line--) {
            draw(chart.lines().get(line), line);
        }
        newest();
        ChartKey key = new ChartKey(svg, letters, width);
        return svg.close(key.draw(chart, bottom + 2.2 * letters + 6));
    }

    private void drawAxes() {
        svg.text(2, letters, "start", chart.unit()).attr("fill", Svg.MUTED);
        for (BigDecimal mark : scale.marks()) {
            boolean base = mark.signum() == 0 || mark.compareTo(scale.lowest()) == 0;
            svg.line(left, y(mark), right, y(mark), base ? Svg.AXIS : Svg.GRID);
            svg.text(left - 5, y(mark) + letters * 0.35, "end", marks.format(mark));
        }
    }

    /** Every year has its tick; counted back from the newest, as many are named as have room. */
    private void drawYears() {
        double room = right - left - 16;
        double needed = svg.width("2000") + letters;
        int span = Math.max(1, frame.to() - frame.from());
        int step = Stream.of(1, 2, 5, 10, 20)
                .filter(years -> room / span * years >= needed)
                .findFirst()
                .orElse(50);
        for (int year = frame.from(); year <= frame.to(); year++) {
            boolean named = (frame.to() - year) % step == 0;
            svg.line(x(year), bottom, x(year), bottom + (named ? 5 : 3), Svg.AXIS);
            if (named) {
                svg.text(x(year), bottom + 5 + letters, "middle", Integer.toString(year));
            }
        }
    }

    private void draw(Line line, int number) {
        stroke(svg.path(Curve.path(line.values(), this::x, this::y)), line.style())
                .attr("fill", "none");
        double marker = frame.to() - frame.from() >= CROWDED_YEARS ? letters * 0.2 : letters * 0.3;
        line.values()
                .forEach((year, value) -> line.style()
                        .mark(svg, x(year), y(value), Curve.isAlone(line.values(), year) ? letters * 0.35 : marker));
        line.suppressed()
                .forEach(year -> svg.cross(
                        x(year), bottom - 7 - number * 10, 3.5, line.style().colour()));
    }

    /** The newest value of each line, at the end of those that reach the last year, moved apart where they collide. */
    private void newest() {
        List<Line> ending = chart.lines().stream()
                .filter(line -> line.values().containsKey(frame.to()))
                .sorted(Comparator.comparingDouble(line -> y(last(line))))
                .toList();
        double[] places =
                Spread.apart(ending.stream().mapToDouble(line -> y(last(line))).toArray(), letters + 1.0, top, bottom);
        for (int i = 0; i < places.length; i++) {
            label(ending.get(i), right + 4, places[i] + letters * 0.35, "start");
        }
        chart.lines().stream()
                .limit(1)
                .filter(line -> !line.values().isEmpty() && !ending.contains(line))
                .forEach(line -> label(line, x(line.values().lastKey()), y(last(line)) - letters * 0.6, "middle"));
    }

    private void label(Line line, double x, double y, String anchor) {
        svg.text(x, y, anchor, chart.numbers().format(last(line)))
                .attr("fill", line.style().colour())
                .attr("font-weight", line.style() == LineStyle.OWN ? "bold" : "normal");
    }

    private static BigDecimal last(Line line) {
        return Objects.requireNonNull(line.values().get(line.values().lastKey()));
    }

    private static Element stroke(Element shape, LineStyle style) {
        return shape.attr("stroke", style.colour())
                .attr("stroke-width", style == LineStyle.OWN ? "2.5" : "2")
                .attr("stroke-dasharray", style.dash());
    }

    private double x(int year) {
        int span = frame.to() - frame.from();
        double share = span == 0 ? 0.5 : (double) (year - frame.from()) / span;
        return left + 8 + share * (right - left - 16);
    }

    private double y(BigDecimal value) {
        return bottom - scale.height(value) * (bottom - top);
    }
}
