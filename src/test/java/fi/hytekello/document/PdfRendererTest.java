package fi.hytekello.document;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.document.Block.Charts;
import fi.hytekello.document.Block.Figure;
import fi.hytekello.document.Block.Paragraph;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.chart.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfRendererTest {

    private final PdfRenderer renderer = new PdfRenderer(new HtmlRenderer());

    static Stream<Locale> languages() {
        return Stream.of(Languages.FINNISH, Languages.SWEDISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void keepsPdfUaAndPdfAWhateverIsWritten(Locale language) {
        byte[] pdf = renderer.render(SampleDocuments.nasty(language));
        assertThat(PdfCheck.faults(pdf)).isEmpty();
        assertThat(PdfCheck.language(pdf)).isEqualTo(language + "-FI");
    }

    @Test
    void printsWhatWasWrittenAndMarksTheDraftOnEveryPage() throws java.io.IOException {
        byte[] pdf = renderer.render(SampleDocuments.nasty(Languages.FINNISH));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            String text = PdfCheck.text(pdf);
            assertThat(text).contains("<b>lihava</b>", "siffror fifl", "Koski Tl & <kunta>", "ŋđšž", "\u25a1");
            assertThat(text.split("– LUONNOS", -1)).hasSize(pages + 1);
            assertThat(text).contains("1 / " + pages);
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("Tyhjä kohta");
        }
    }

    @Test
    void beginsARowOfPicturesBelowItsHeadingWhereItFits() throws java.io.IOException {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            blocks.add(new Paragraph(Text.of("Kappale " + i)));
        }
        List<Figure> figures = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            figures.add(
                    new Figure(Text.of("Kuva " + i), SampleDocuments.trend("Kuva " + i), Chart.Size.SMALL, "Lähde"));
        }
        blocks.add(new Charts(figures));
        Document sample = SampleDocuments.nasty(Languages.FINNISH);
        byte[] pdf = renderer.render(new Document(
                sample.language(),
                sample.municipality(),
                sample.title(),
                "",
                "",
                List.of(),
                List.of(new Section(1, Text.of("Otsikko"), blocks))));
        assertThat(PdfCheck.page(pdf, 1))
                .contains("Kappale 15", "Kuva 1", "Kuva 2")
                .doesNotContain("Kuva 3");
        assertThat(PdfCheck.page(pdf, 2)).contains("Kuva 3", "Kuva 6");
    }
}
