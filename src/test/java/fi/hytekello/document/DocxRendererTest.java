package fi.hytekello.document;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.municipality.Languages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocxRendererTest {

    private XWPFDocument file;

    @BeforeEach
    void read() throws IOException {
        byte[] bytes = new DocxRenderer().render(SampleDocuments.nasty(Languages.SWEDISH));
        file = new XWPFDocument(new ByteArrayInputStream(bytes));
    }

    @AfterEach
    void close() throws IOException {
        file.close();
    }

    @Test
    void headingsAreStylesThatTheFileKnows() {
        assertThat(file.getParagraphs().stream()
                        .map(XWPFParagraph::getStyle)
                        .filter(style -> style != null && (style.startsWith("Heading") || style.equals("Title"))))
                .containsExactly("Title", "Heading1", "Heading1", "Heading2", "Heading3", "Heading1");
        for (String style : List.of("Title", "Heading1", "Heading2", "Heading3", "Caption", "ListBullet")) {
            assertThat(file.getStyles().styleExist(style)).as(style).isTrue();
        }
        assertThat(file.getStyles()
                        .getStyle("Heading2")
                        .getCTStyle()
                        .getPPr()
                        .getOutlineLvl()
                        .getVal()
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void tablesRepeatTheirHeadingsAndHaveCaptions() {
        XWPFTable table = file.getTables().get(0);
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
        assertThat(table.getNumberOfRows()).isEqualTo(42);
        assertThat(table.getCTTbl().getTblPr().getTblCaption().getVal()).isEqualTo("Taulukko <40 riviä>");
        assertThat(table.getRow(1).getCell(0).getText())
                .contains("<b>lihava</b>")
                .contains("\ud83d\ude80");
    }

    @Test
    void chartsAreToldInWords() {
        assertThat(file.getParagraphs().stream()
                        .flatMap(paragraph -> paragraph.getRuns().stream())
                        .map(XWPFRun::getCTR)
                        .filter(run -> run.sizeOfDrawingArray() > 0)
                        .map(run -> run.getDrawingArray(0)
                                .getInlineArray(0)
                                .getDocPr()
                                .getDescr()))
                .containsExactly("A & <B>. Juva: 3,2 → 3,7", "Yksi. Juva: 3,2 → 3,7");
    }

    @Test
    void theFileTellsItsTitleAndLanguage() {
        assertThat(file.getProperties().getCoreProperties().getTitle()).contains("Hyvinvointiraportti");
        assertThat(file.getProperties()
                        .getCoreProperties()
                        .getUnderlyingProperties()
                        .getLanguageProperty())
                .contains("sv-FI");
        assertThat(file.getHeaderList().get(0).getText()).contains("LUONNOS");
    }
}
