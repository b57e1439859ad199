package fi.hytekello.platform.chart;

import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A drawing in the making; text is escaped, and no attribute needs an exception from a content policy. */
final class Svg {

    static final String INK = "#1f2a2c";
    static final String MUTED = "#4d5b5e";
    static final String GRID = "#c5d0d2";
    static final String AXIS = "#6b7a7d";

    /** Of a letter, on the average, in parts of its height, in the widest of the usual typefaces. */
    private static final double LETTER_WIDTH = 0.62;

    private final Element root = new Element("svg");
    private final int width;
    private final int letters;

    /** @param id unique in its page or document */
    Svg(int width, int letters, String id, String title, String description) {
        this.width = width;
        this.letters = letters;
        root.attr("xmlns", "http://www.w3.org/2000/svg")
                .attr("role", "img")
                .attr("aria-labelledby", id + "-title " + id + "-desc")
                .attr("font-family", "'Source Sans 3', sans-serif")
                .attr("font-size", Integer.toString(letters));
        root.appendElement("title").attr("id", id + "-title").text(title);
        root.appendElement("desc").attr("id", id + "-desc").text(description);
    }

    Picture close(int height) {
        root.attr("viewBox", "0 0 " + width + " " + height)
                .attr("width", Integer.toString(width))
                .attr("height", Integer.toString(height));
        // As XML, as HTML would know nothing of the case of viewBox.
        String svg = new Document("")
                .outputSettings(new Document.OutputSettings()
                        .syntax(Document.OutputSettings.Syntax.xml)
                        .prettyPrint(false))
                .parser(Parser.xmlParser())
                .appendChild(root)
                .html();
        return new Picture(svg, width, height);
    }

    Element line(double x1, double y1, double x2, double y2, String colour) {
        return root.appendElement("line")
                .attr("x1", px(x1))
                .attr("y1", px(y1))
                .attr("x2", px(x2))
                .attr("y2", px(y2))
                .attr("stroke", colour);
    }

    Element path(String d) {
        return root.appendElement("path").attr("d", d);
    }

    Element circle(double x, double y, double radius) {
        return root.appendElement("circle").attr("cx", px(x)).attr("cy", px(y)).attr("r", px(radius));
    }

    Element rect(double x, double y, double wide, double high) {
        return root.appendElement("rect")
                .attr("x", px(x))
                .attr("y", px(y))
                .attr("width", px(wide))
                .attr("height", px(high));
    }

    /** @param anchor start, middle or end of the text, which stands at x */
    Element text(double x, double y, String anchor, String text) {
        return root.appendElement("text")
                .attr("x", px(x))
                .attr("y", px(y))
                .attr("text-anchor", anchor)
                .attr("fill", INK)
                .text(text);
    }

    /** The mark of a value that the source keeps to itself: a cross, which no line touches. */
    void cross(double x, double y, double size, String colour) {
        path("M" + px(x - size) + " " + px(y - size) + " L" + px(x + size) + " " + px(y + size) + " M" + px(x - size)
                        + " " + px(y + size) + " L" + px(x + size) + " " + px(y - size))
                .attr("class", "suppressed")
                .attr("stroke", colour)
                .attr("stroke-width", "2")
                .attr("fill", "none");
    }

    /** How wide a text is at most, as far as one can tell without its typeface. */
    double width(String text) {
        return text.length() * letters * LETTER_WIDTH;
    }

    static String px(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
