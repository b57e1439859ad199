package fi.hytekello.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.chart.Chart.Size;
import fi.hytekello.platform.chart.LineChart.Frame;
import fi.hytekello.platform.chart.LineChart.Level;
import fi.hytekello.platform.chart.LineChart.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineChartTest {

    /** Juva's indicator 4 as the source has it: no values of 2000–2004 and 2006–2009. */
    private static final Line GAPS =
            line("Juva", LineStyle.OWN, "1996=3.1 1997=5.6 1998=3.2 1999=0 2005=3.7 2010=5.8 2011=5.1");

    private static final Line REGION = line("alue", LineStyle.REGION, "1996=3.0 1997=3.1 2010=5.2 2011=5.0");
    private static final Line COUNTRY = line("maa", LineStyle.COUNTRY, "1996=2.5 2010=5.0 2011=5.0");

    @ParameterizedTest
    @EnumSource(Size.class)
    void neverJoinsYearsBetweenWhichValuesAreMissing(Size size) {
        Document svg = draw(chart(List.of(GAPS), null), size);
        String path = svg.selectFirst("path").attr("d");
        assertThat(path.split("M", -1))
                .as("strokes and what is before the first")
                .hasSize(4);
        assertThat(path.split("[ML]", -1)).hasSize(8);
        assertThat(svg.select("circle"))
                .as("a mark for each value, one in the key")
                .hasSize(8);
    }

    @Test
    void marksAValueThatTheSourceSuppressesWithoutAPlaceAmongTheValues() {
        Line line = new Line("Juva", LineStyle.OWN, GAPS.values(), new TreeSet<>(Set.of(2012)));
        Document svg = draw(chart(List.of(line), null), Size.WIDE);
        assertThat(svg.select("path.suppressed"))
                .as("one in the picture, one in the key")
                .hasSize(2);
        assertThat(svg.select("text").eachText()).contains("salattu", "2012");
        assertThat(draw(chart(List.of(GAPS), null), Size.WIDE).select("text").eachText())
                .doesNotContain("salattu");
    }

    @Test
    void tellsLinesApartWithoutColour() {
        Document svg =
                draw(chart(List.of(GAPS, REGION, COUNTRY), new Level("Tavoite 4,0", new BigDecimal("4"))), Size.WIDE);
        assertThat(svg.select("path[stroke-width]:not([fill=#ffffff])").eachAttr("stroke-dasharray"))
                .as("each line has a dash of its own")
                .containsExactlyInAnyOrder("none", "7 4", "2 3");
        assertThat(svg.select("line[stroke-dasharray='12 4 3 4']"))
                .as("level and its key")
                .hasSize(2);
        assertThat(svg.select("circle, rect, path[fill=#ffffff]")).hasSize(7 + 1 + 4 + 1 + 3 + 1);
        assertThat(svg.select("text").eachText()).contains("Juva", "alue", "maa", "Tavoite 4,0");
    }

    @Test
    void isAPictureWithNameAndDescription() {
        Element svg = draw(chart(List.of(GAPS), null), Size.SMALL).selectFirst("svg");
        assertThat(svg.attr("role")).isEqualTo("img");
        assertThat(svg.attr("aria-labelledby")).isEqualTo("x-title x-desc");
        assertThat(svg.selectFirst("> title#x-title").text()).isEqualTo("A & <b>");
        assertThat(svg.selectFirst("> desc#x-desc").text()).isEqualTo("kuvaus");
        assertThat(svg.select("script, style, [style]")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void namesTheNewestYearAndNoTwoYearsThatWouldTouch(Size size) {
        StringBuilder values = new StringBuilder();
        IntStream.rangeClosed(1990, 2012).forEach(year -> values.append(year).append("=12345.6 "));
        Document svg = draw(chart(List.of(line("Juva", LineStyle.OWN, values.toString())), null), size);
        List<Element> years = svg.select("text").stream()
                .filter(text -> text.text().matches("(19|20)\\d\\d"))
                .toList();
        assertThat(years.get(years.size() - 1).text()).isEqualTo("2012");
        assertThat(years).hasSizeGreaterThan(2);
        for (int i = 1; i < years.size(); i++) {
            double apart = Double.parseDouble(years.get(i).attr("x"))
                    - Double.parseDouble(years.get(i - 1).attr("x"));
            assertThat(apart).isGreaterThan(4 * 0.6 * size.letters() + 4);
        }
    }

    @Test
    void movesTheNewestValuesApartThatWouldCoverEachOther() {
        Document svg = draw(chart(List.of(GAPS, REGION, COUNTRY), null), Size.WIDE);
        List<Double> places = new ArrayList<>();
        svg.select("text[text-anchor=start][fill~=#(0b5d66|7a4a00|4a3a8c)]")
                .forEach(text -> places.add(Double.parseDouble(text.attr("y"))));
        assertThat(places).hasSize(3);
        places.sort(null);
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1)).isGreaterThanOrEqualTo(13);
        }
    }

    @Test
    void chartsOfOneFrameHaveTheSameAxes() {
        LineChart few = chart(List.of(line("a", LineStyle.OWN, "2001=1 2002=2")), null);
        LineChart many = chart(List.of(line("b", LineStyle.OWN, "1990=80 1991=90")), null);
        Frame frame = Frame.around(List.of(few, many));
        List<String> marks = draw(few.within(frame), Size.SMALL)
                .select("text[text-anchor=end], text[text-anchor=middle]")
                .eachText();
        assertThat(marks).contains("100", "2002");
        assertThat(draw(many.within(frame), Size.SMALL)
                        .select("text[text-anchor=end], text[text-anchor=middle]")
                        .eachText())
                .as("with the newest value over its point, as that is not at the end")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(marks.stream(), Stream.of("90,0")).toList());
    }

    @Test
    void aTrendAsSmallAsAWordHasGapsToo() {
        Document svg = read(new Sparkline("Mittari", "kuvaus", GAPS).draw("s").svg());
        assertThat(svg.selectFirst("path").attr("d").split("M", -1)).hasSize(4);
        assertThat(svg.select("circle"))
                .as("the newest and the one that stands alone")
                .hasSize(2);
        assertThat(svg.select("text").eachText()).containsExactly("1996", "2011");
    }

    private static LineChart chart(List<Line> lines, Level level) {
        return new LineChart("A & <b>", "kuvaus", "%", new Numbers(Languages.FINNISH, 1), lines, level, "salattu");
    }

    private static Line line(String name, LineStyle style, String values) {
        TreeMap<Integer, BigDecimal> years = new TreeMap<>();
        for (String value : values.strip().split(" ", -1)) {
            years.put(Integer.valueOf(value.substring(0, 4)), new BigDecimal(value.substring(5)));
        }
        return new Line(name, style, years, new TreeSet<>());
    }

    private static Document draw(Chart chart, Size size) {
        return read(chart.draw(size, "x").svg());
    }

    private static Document read(String svg) {
        return Jsoup.parse(svg, Parser.xmlParser());
    }
}
