package fi.hytekello.platform.chart;

import fi.hytekello.platform.chart.LineChart.Line;

/** What the lines and marks of a chart mean: below it, as many beside each other as have room. */
final class ChartKey {

    private static final double SAMPLE = 28;

    private final Svg svg;
    private final int letters;
    private final int width;
    private double x = 2;
    private double y;

    ChartKey(Svg svg, int letters, int width) {
        this.svg = svg;
        this.letters = letters;
        this.width = width;
    }

    /** @return the height of the picture */
    int draw(LineChart chart, double from) {
        y = from + letters * 0.5;
        for (Line line : chart.lines()) {
            place(line.name());
            stroke(line.style());
            line.style().mark(svg, x + SAMPLE / 2, y, letters * 0.3);
            write(line.name());
        }
        if (chart.level() != null) {
            place(chart.level().label());
            stroke(LineStyle.LEVEL);
            write(chart.level().label());
        }
        if (chart.lines().stream().anyMatch(line -> !line.suppressed().isEmpty())) {
            place(chart.suppressed());
            svg.cross(x + SAMPLE / 2, y, 3.5, Svg.INK);
            write(chart.suppressed());
        }
        return (int) Math.ceil(y + letters * 0.5 + 3);
    }

    private void place(String text) {
        if (x > 2 && x + SAMPLE + 6 + svg.width(text) > width) {
            x = 2;
            y += letters + 5.0;
        }
    }

    private void stroke(LineStyle style) {
        svg.line(x, y, x + SAMPLE, y, style.colour()).attr("stroke-width", "2").attr("stroke-dasharray", style.dash());
    }

    private void write(String text) {
        svg.text(x + SAMPLE + 6, y + letters * 0.35, "start", text);
        x += SAMPLE + 22 + svg.width(text);
    }
}
