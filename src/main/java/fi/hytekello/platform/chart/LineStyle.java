package fi.hytekello.platform.chart;

/** What tells lines apart: dash and marker besides the colour, so that grey prints and all eyes can read them. */
public enum LineStyle {
    OWN("#0b5d66", "none"),
    REGION("#7a4a00", "7 4"),
    COUNTRY("#4a3a8c", "2 3"),
    /** A level to be reached; it has no markers, as it has no years. */
    LEVEL("#a3160e", "12 4 3 4");

    private final String colour;
    private final String dash;

    LineStyle(String colour, String dash) {
        this.colour = colour;
        this.dash = dash;
    }

    String colour() {
        return colour;
    }

    String dash() {
        return dash;
    }

    /** @param size half the width of the marker */
    void mark(Svg svg, double x, double y, double size) {
        switch (this) {
            case OWN -> svg.circle(x, y, size).attr("fill", colour);
            case REGION ->
                svg.rect(x - size, y - size, 2 * size, 2 * size)
                        .attr("fill", "#ffffff")
                        .attr("stroke", colour)
                        .attr("stroke-width", "1.5");
            case COUNTRY ->
                svg.path("M" + Svg.px(x) + " " + Svg.px(y - size - 1) + " L" + Svg.px(x + size + 1) + " "
                                + Svg.px(y + size) + " L" + Svg.px(x - size - 1) + " " + Svg.px(y + size) + " Z")
                        .attr("fill", "#ffffff")
                        .attr("stroke", colour)
                        .attr("stroke-width", "1.5");
            case LEVEL -> {}
        }
    }
}
