package fi.hytekello.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.chart.BarChart.Bar;
import fi.hytekello.platform.chart.BarChart.BarStyle;
import fi.hytekello.platform.chart.Chart.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BarChartTest {

    private static final List<Bar> BARS = List.of(
            new Bar("Mikkeli", BarStyle.OTHER, new BigDecimal("10.3"), ""),
            new Bar("Juva", BarStyle.OWN, new BigDecimal("7.6"), ""),
            new Bar("Etelä-Savon kuntien mediaani", BarStyle.REGION, new BigDecimal("10.2"), ""),
            new Bar("Puumala", BarStyle.OTHER, null, "ei arvoa vuodelta 2011"));

    @ParameterizedTest
    @EnumSource(Size.class)
    void drawsBarsInTheOrderGivenAndSaysWhereThereIsNone(Size size) {
        Document svg = draw(BARS, size);
        assertThat(svg.select("text").eachText())
                .containsSubsequence(
                        "Mikkeli",
                        "10,3",
                        "Juva",
                        "7,6",
                        "Etelä-Savon kuntien mediaani",
                        "10,2",
                        "Puumala",
                        "ei arvoa vuodelta 2011");
        List<Element> bars = svg.select("rect");
        assertThat(bars).hasSize(3);
        double longest = width(bars.get(0));
        assertThat(width(bars.get(1)) / longest).isCloseTo(7.6 / 10.3, org.assertj.core.data.Offset.offset(0.01));
        assertThat(bars.get(2).attr("stroke-dasharray")).isNotEqualTo("none");
    }

    @Test
    void namesBesideBarsNeverReachIntoThem() {
        Element name = draw(BARS, Size.WIDE).select("text[text-anchor=end]").first();
        double start =
                Double.parseDouble(draw(BARS, Size.WIDE).selectFirst("rect").attr("x"));
        assertThat(Double.parseDouble(name.attr("x"))).isLessThan(start - 4);
    }

    @Test
    void negativeValuesGoTheOtherWayFromNought() {
        Document svg = draw(
                List.of(
                        new Bar("Juva", BarStyle.OWN, new BigDecimal("-4.3"), ""),
                        new Bar("Mikkeli", BarStyle.OTHER, new BigDecimal("2.1"), "")),
                Size.WIDE);
        Element down = svg.select("rect").get(0);
        Element up = svg.select("rect").get(1);
        assertThat(Double.parseDouble(down.attr("x")) + width(down))
                .isCloseTo(Double.parseDouble(up.attr("x")), org.assertj.core.data.Offset.offset(0.2));
        assertThat(svg.select("text").eachText()).contains("−4,3", "2,1");
        assertThat(svg.select("text").stream().filter(text -> text.text().equals("−4,3")))
                .allSatisfy(
                        text -> assertThat(Double.parseDouble(text.attr("x"))).isPositive());
    }

    private static double width(Element bar) {
        return Double.parseDouble(bar.attr("width"));
    }

    private static Document draw(List<Bar> bars, Size size) {
        return Jsoup.parse(
                new BarChart("t", "d", "%", new Numbers(Languages.FINNISH, 1), bars)
                        .draw(size, "x")
                        .svg(),
                Parser.xmlParser());
    }
}
