package fi.hytekello.platform.chart;

import fi.hytekello.platform.chart.LineChart.Frame;
import fi.hytekello.platform.chart.LineChart.Line;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/** A trend as small as a word: one line with gaps, its newest value marked, the first and the last year named. */
public record Sparkline(String title, String description, Line line) {

    private static final int WIDTH = 150;
    private static final int LETTERS = 11;
    private static final double TOP = 6;
    private static final double BOTTOM = 34;

    /** @param id unique in its page; the line has a value */
    public Picture draw(String id) {
        Svg svg = new Svg(WIDTH, LETTERS, id, title, description);
        Frame frame = Frame.around(List.of(line), null);
        Scale scale = Scale.of(List.of(frame.low(), frame.high()));
        SortedMap<Integer, BigDecimal> values = line.values();
        String colour = line.style().colour();
        svg.line(0, BOTTOM + 5, WIDTH, BOTTOM + 5, Svg.GRID);
        svg.path(Curve.path(values, year -> x(year, frame), value -> y(value, scale)))
                .attr("fill", "none")
                .attr("stroke", colour)
                .attr("stroke-width", "2");
        values.forEach((year, value) -> {
            boolean newest = year.equals(values.lastKey());
            if (newest || Curve.isAlone(values, year)) {
                svg.circle(x(year, frame), y(value, scale), newest ? 3.5 : 2).attr("fill", colour);
            }
        });
        line.suppressed().forEach(year -> svg.cross(x(year, frame), BOTTOM, 2.5, colour));
        svg.text(0, BOTTOM + 17, "start", Integer.toString(frame.from())).attr("fill", Svg.MUTED);
        if (frame.to() > frame.from()) {
            svg.text(WIDTH, BOTTOM + 17, "end", Integer.toString(frame.to())).attr("fill", Svg.MUTED);
        }
        return svg.close((int) BOTTOM + 21);
    }

    private static double x(int year, Frame frame) {
        int span = frame.to() - frame.from();
        return 5 + (span == 0 ? 0.5 : (double) (year - frame.from()) / span) * (WIDTH - 10);
    }

    private static double y(BigDecimal value, Scale scale) {
        return BOTTOM - scale.height(value) * (BOTTOM - TOP);
    }
}
