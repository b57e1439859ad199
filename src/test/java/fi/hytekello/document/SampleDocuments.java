package fi.hytekello.document;

import fi.hytekello.document.Block.Bullets;
import fi.hytekello.document.Block.Charts;
import fi.hytekello.document.Block.Figure;
import fi.hytekello.document.Block.Note;
import fi.hytekello.document.Block.Paragraph;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.chart.BarChart;
import fi.hytekello.platform.chart.BarChart.Bar;
import fi.hytekello.platform.chart.BarChart.BarStyle;
import fi.hytekello.platform.chart.Chart;
import fi.hytekello.platform.chart.LineChart;
import fi.hytekello.platform.chart.LineChart.Level;
import fi.hytekello.platform.chart.LineChart.Line;
import fi.hytekello.platform.chart.LineStyle;
import fi.hytekello.platform.chart.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Documents that no municipality would write and every renderer must bear. */
final class SampleDocuments {

    static final String NASTY =
            "siffror fifl Ääkköset & <b>lihava</b> \"lainaus\" 'heitto' \ud83d\ude80\ufe0f 你好 \u0007\u0001 ŋđšž – § 5 ½ €";
    static final String LONG_WORD = "lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas".repeat(4);

    private SampleDocuments() {}

    static Document nasty(Locale language) {
        List<List<Text>> rows = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            rows.add(List.of(
                    Text.of(i % 10 == 0 ? LONG_WORD : "Toimenpide " + i + " " + NASTY),
                    new Text("Åtgärd för äldre & unga", Languages.SWEDISH),
                    Text.of(i % 7 == 0 ? "" : i + " 000,00 €")));
        }
        Table table = new Table(
                "Taulukko <40 riviä>",
                List.of(
                        new Column("Toimenpide", 50, false),
                        new Column("Vastuu", 30, false),
                        new Column("€", 20, true)),
                rows,
                List.of(Text.of("Yhteensä"), Text.of(""), Text.of("820 000,00 €")));
        return new Document(
                language,
                "Koski Tl & <kunta>",
                "Hyvinvointiraportti \ud83d\ude80 2027",
                "LUONNOS",
                "Sisällys",
                List.of(new Document.Fact("Versio", Text.of("1"))),
                List.of(
                        Section.of(1, "Tyhjä kohta"),
                        Section.of(1, "Kohta " + NASTY, new Paragraph(Text.of(NASTY + LONG_WORD)), table),
                        Section.of(
                                2,
                                "Kuvat",
                                new Charts(List.of(
                                        new Figure(
                                                Text.of("A & <B>"), trend("A & <B>"), Chart.Size.SMALL, "Lähde & <b>"),
                                        new Figure(Text.of("Yksi"), bars("Yksi"), Chart.Size.WIDE, ""))),
                                new Note(Text.of("Lähde " + NASTY))),
                        Section.of(
                                3,
                                "Luettelo",
                                new Bullets(List.of(Text.of("yksi"), new Text("två", Languages.SWEDISH)))),
                        new Section(1, new Text("Beslut på svenska", Languages.SWEDISH), List.of())));
    }

    static LineChart trend(String title) {
        TreeMap<Integer, BigDecimal> own = new TreeMap<>();
        TreeMap<Integer, BigDecimal> other = new TreeMap<>();
        for (int year = 2020; year <= 2025; year++) {
            own.put(year, new BigDecimal("3." + (year - 2018)));
            other.put(year, new BigDecimal("4." + (2026 - year)));
        }
        own.remove(2022);
        return new LineChart(
                title,
                "Juva: 3,2 → 3,7",
                "/ 1 000",
                new Numbers(Languages.FINNISH, 1),
                List.of(
                        new Line("Juva & <co>", LineStyle.OWN, own, new TreeSet<>(Set.of(2022))),
                        new Line("mediaani", LineStyle.REGION, other, new TreeSet<>())),
                new Level("Tavoite & <3>", new BigDecimal("3.0")),
                "salattu");
    }

    static BarChart bars(String title) {
        return new BarChart(
                title,
                "Juva: 3,2 → 3,7",
                "%",
                new Numbers(Languages.FINNISH, 1),
                List.of(
                        new Bar("Juva & <co>", BarStyle.OWN, new BigDecimal("3.2"), ""),
                        new Bar("mediaani", BarStyle.REGION, new BigDecimal("-1.5"), ""),
                        new Bar(LONG_WORD, BarStyle.OTHER, null, "ei arvoa")));
    }
}
