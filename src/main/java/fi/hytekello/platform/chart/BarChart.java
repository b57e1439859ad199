package fi.hytekello.platform.chart;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of several places beside each other, in the order given; every bar begins at nought. */
public record BarChart(String title, String description, String unit, Numbers numbers, List<Bar> bars)
        implements Chart {

    /** How a bar stands out; in grey as well as in colour. */
    public enum BarStyle {
        OWN("#0b5d66", "#0b5d66", "none"),
        OTHER("#cfe4e6", "#0b5d66", "none"),
        /** A region, whose outline is dashed as its line is. */
        REGION("#ffffff", "#7a4a00", "5 3");

        private final String fill;
        private final String edge;
        private final String dash;

        BarStyle(String fill, String edge, String dash) {
            this.fill = fill;
            this.edge = edge;
            this.dash = dash;
        }
    }

    /** @param without what is said where there is no value */
    public record Bar(String name, BarStyle style, @Nullable BigDecimal value, String without) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    @Override
    public Picture draw(Size size, String id) {
        return new BarDrawing(this, size, id).picture();
    }

    static String fill(Bar bar) {
        return bar.style().fill;
    }

    static String edge(Bar bar) {
        return bar.style().edge;
    }

    static String dash(Bar bar) {
        return bar.style().dash;
    }
}
