package fi.hytekello.platform.chart;

import fi.hytekello.platform.chart.BarChart.Bar;
import fi.hytekello.platform.chart.BarChart.BarStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Draws bars from left to right: names beside them where there is room, else above them. */
final class BarDrawing {

    private static final double BAR = 15;

    private final BarChart chart;
    private final Chart.Size size;
    private final Svg svg;
    private final int letters;
    private final double nameEnd;
    private final double start;
    private final double end;
    private final double low;
    private final double high;

    BarDrawing(BarChart chart, Chart.Size size, String id) {
        this.chart = chart;
        this.size = size;
        this.letters = size.letters();
        this.svg = new Svg(size.width(), letters, id, chart.title(), chart.description());
        List<BigDecimal> values = chart.bars().stream()
                .map(Bar::value)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        this.low = Math.min(
                0, values.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0));
        double highest = Math.max(
                0, values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0));
        this.high = highest == low ? low + 1 : highest;
        double number = 8 + widest(values.stream().map(chart.numbers()::format));
        double names = widest(chart.bars().stream().map(Bar::name));
        this.nameEnd = size == Chart.Size.WIDE ? Math.min(names, size.width() * 0.5) : 0;
        this.start = nameEnd + (size == Chart.Size.WIDE ? 8 : 2) + (low < 0 ? number : 0);
        this.end = size.width() - number;
    }

    private double widest(Stream<String> texts) {
        return texts.mapToDouble(svg::width).max().orElse(0);
    }

    Picture picture() {
        svg.text(2, letters, "start", chart.unit()).attr("fill", Svg.MUTED);
        double top = letters + 8.0;
        double y = top;
        for (Bar bar : chart.bars()) {
            y = size == Chart.Size.WIDE ? beside(bar, y) : below(bar, y);
        }
        if (size == Chart.Size.WIDE) {
            svg.line(x(0), top - 2, x(0), y - 4, Svg.AXIS);
        }
        return svg.close((int) Math.ceil(y));
    }

    private double beside(Bar bar, double y) {
        name(bar, nameEnd, y + BAR / 2 + letters * 0.35, "end");
        draw(bar, y);
        return y + BAR + 9;
    }

    private double below(Bar bar, double y) {
        name(bar, 2, y + letters, "start");
        draw(bar, y + letters + 4);
        // Not through the names, as they stand above each other.
        svg.line(x(0), y + letters + 2, x(0), y + letters + BAR + 6, Svg.AXIS);
        return y + letters + BAR + 13;
    }

    private void name(Bar bar, double x, double y, String anchor) {
        svg.text(x, y, anchor, bar.name()).attr("font-weight", bar.style() == BarStyle.OWN ? "bold" : "normal");
    }

    private void draw(Bar bar, double y) {
        double middle = y + BAR / 2 + letters * 0.35;
        BigDecimal value = bar.value();
        if (value == null) {
            svg.text(x(0) + 5, middle, "start", bar.without()).attr("fill", Svg.MUTED);
            return;
        }
        double to = x(value.doubleValue());
        svg.rect(Math.min(x(0), to), y, Math.max(1, Math.abs(to - x(0))), BAR)
                .attr("fill", BarChart.fill(bar))
                .attr("stroke", BarChart.edge(bar))
                .attr("stroke-width", "1.5")
                .attr("stroke-dasharray", BarChart.dash(bar));
        boolean down = value.signum() < 0;
        svg.text(
                        to + (down ? -5 : 5),
                        middle,
                        down ? "end" : "start",
                        chart.numbers().format(value))
                .attr("font-weight", bar.style() == BarStyle.OWN ? "bold" : "normal");
    }

    private double x(double value) {
        return start + (value - low) / (high - low) * (end - start);
    }
}
