package fi.hytekello.document;

import fi.hytekello.document.Block.Chart;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Draws a chart as SVG: the lines differ by dash and marker, not by colour alone. */
final class ChartSvg {

    static final int WIDTH = 320;
    static final int HEIGHT = 180;

    private static final int LEFT = 46;
    private static final int RIGHT = 14;
    private static final int TOP = 12;
    private static final int BOTTOM = 44;
    private static final List<String> COLOURS = List.of("#0b5d66", "#7a4a00");
    private static final List<String> DASHES = List.of("none", "5 4");

    private ChartSvg() {}

    /** @param id unique in its document */
    static String draw(Chart chart, String id) {
        Element svg = new Element("svg")
                .attr("xmlns", "http://www.w3.org/2000/svg")
                .attr("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .attr("width", Integer.toString(WIDTH))
                .attr("height", Integer.toString(HEIGHT))
                .attr("role", "img")
                .attr("aria-labelledby", id + "-title " + id + "-desc")
                .attr("font-family", "'" + Fonts.FAMILY + "', sans-serif")
                .attr("font-size", "11");
        svg.appendElement("title").attr("id", id + "-title").text(chart.title().value());
        svg.appendElement("desc").attr("id", id + "-desc").text(chart.description());
        ChartScale scale = ChartScale.of(chart.lines().stream()
                .flatMap(line -> line.values().values().stream())
                .toList());
        drawAxes(svg, chart, scale);
        for (int i = 0; i < chart.lines().size(); i++) {
            drawLine(svg, chart, scale, i);
            drawKey(svg, chart.lines().get(i).name(), i);
        }
        // As XML, as HTML would know nothing of the case of viewBox.
        return new org.jsoup.nodes.Document("")
                .outputSettings(new org.jsoup.nodes.Document.OutputSettings()
                        .syntax(org.jsoup.nodes.Document.OutputSettings.Syntax.xml)
                        .prettyPrint(false))
                .parser(Parser.xmlParser())
                .appendChild(svg)
                .html();
    }

    private static void drawAxes(Element svg, Chart chart, ChartScale scale) {
        for (BigDecimal mark : scale.marks()) {
            String y = px(y(scale, mark));
            line(svg, px(LEFT), y, px(WIDTH - RIGHT), y).attr("stroke", "#c5d0d2");
            label(svg, LEFT - 6, y(scale, mark) + 4, "end", Words.number(mark, chart.language()));
        }
        SortedSet<Integer> years = chart.years();
        for (int year : years) {
            label(svg, x(years, year), HEIGHT - BOTTOM + 16, "middle", Integer.toString(year));
        }
    }

    private static void drawLine(Element svg, Chart chart, ChartScale scale, int index) {
        Map<Integer, BigDecimal> values = chart.lines().get(index).values();
        StringBuilder path = new StringBuilder();
        values.forEach((year, value) -> path.append(path.isEmpty() ? "M" : " L")
                .append(px(x(chart.years(), year)))
                .append(' ')
                .append(px(y(scale, value))));
        stroke(svg.appendElement("path").attr("d", path.toString()), index).attr("fill", "none");
        values.forEach((year, value) -> marker(svg, x(chart.years(), year), y(scale, value), index));
    }

    private static void drawKey(Element svg, String name, int index) {
        double x = LEFT + index * 110;
        double y = HEIGHT - 10;
        stroke(line(svg, px(x), px(y), px(x + 24), px(y)), index);
        marker(svg, x + 12, y, index);
        label(svg, x + 30, y + 4, "start", name);
    }

    private static void marker(Element svg, double x, double y, int index) {
        if (index == 0) {
            svg.appendElement("circle")
                    .attr("cx", px(x))
                    .attr("cy", px(y))
                    .attr("r", "3.5")
                    .attr("fill", COLOURS.get(index));
        } else {
            svg.appendElement("rect")
                    .attr("x", px(x - 3))
                    .attr("y", px(y - 3))
                    .attr("width", "6")
                    .attr("height", "6")
                    .attr("fill", "#ffffff")
                    .attr("stroke", COLOURS.get(index))
                    .attr("stroke-width", "1.5");
        }
    }

    private static Element stroke(Element shape, int index) {
        return shape.attr("stroke", COLOURS.get(index))
                .attr("stroke-width", "2")
                .attr("stroke-dasharray", DASHES.get(index));
    }

    private static Element line(Element svg, String x1, String y1, String x2, String y2) {
        return svg.appendElement("line")
                .attr("x1", x1)
                .attr("y1", y1)
                .attr("x2", x2)
                .attr("y2", y2);
    }

    private static void label(Element svg, double x, double y, String anchor, String text) {
        svg.appendElement("text")
                .attr("x", px(x))
                .attr("y", px(y))
                .attr("text-anchor", anchor)
                .attr("fill", "#1f2a2c")
                .text(text);
    }

    private static double x(SortedSet<Integer> years, int year) {
        int span = years.last() - years.first();
        double share = span == 0 ? 0.5 : (double) (year - years.first()) / span;
        return LEFT + 14 + share * (WIDTH - LEFT - RIGHT - 28);
    }

    private static double y(ChartScale scale, BigDecimal value) {
        return HEIGHT - BOTTOM - scale.height(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String px(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
