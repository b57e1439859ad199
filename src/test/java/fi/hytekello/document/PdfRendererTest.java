package fi.hytekello.document;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.municipality.Languages;
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
}
