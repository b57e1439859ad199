package fi.hytekello.document;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.indicator.IndicatorProfiles;
import fi.hytekello.indicator.ShippedIndicators;
import fi.hytekello.municipality.Languages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One indicator as a document, with Juva's real values. */
@WholeTest
class IndicatorSheetsTest {

    @Autowired
    Towns towns;

    @Autowired
    ShippedIndicators shipped;

    @Autowired
    IndicatorProfiles profiles;

    @Autowired
    IndicatorSheets sheets;

    @Autowired
    DocumentRenderer renderer;

    @Autowired
    JdbcClient jdbc;

    private Town town;

    @BeforeEach
    void copyJuva() {
        shipped.load();
        town = towns.make();
        int region = 920_000 + Integer.parseInt(town.code().value());
        jdbc.sql("""
                        insert into hyte.region (id, category, code, title_fi, title_sv, title_en)
                        values (:id, 'KUNTA', :code, 'Koekunta', 'Provkommun', 'Test')""").param("id", region).param("code", town.code().value()).update();
        jdbc.sql("""
                        insert into hyte.observation (indicator_id, region_id, year, gender, value, status)
                        select 4, :region, year, gender, value, status from hyte.observation
                        where region_id = 84 and indicator_id = 4
                        union all values (4, :region, 2011, 'female', 4.2, 'OK'), (4, :region, 2011, 'male', 6.0, 'OK'),
                            (4, :region, 2010, 'male', null, 'SUPPRESSED')""").param("region", region).update();
    }

    @Test
    void isAnAccessiblePdfInBothLanguages() {
        Document sheet = sheets.of(profiles.of(town.code(), 4, null), Languages.FINNISH);
        byte[] pdf = renderer.render(sheet, Format.PDF);
        assertThat(PdfCheck.faults(pdf)).isEmpty();
        assertThat(PdfCheck.text(pdf))
                .contains("arvo on vuodelta 2011", "Naiset ja miehet", "salattu", "Lähde: Sotkanet.fi, mittari 4");
        byte[] swedish = renderer.render(sheets.of(profiles.of(town.code(), 4, null), Languages.SWEDISH), Format.PDF);
        assertThat(PdfCheck.faults(swedish)).isEmpty();
        assertThat(PdfCheck.text(swedish)).contains("Källa: Sotkanet.fi").doesNotContain("Lähde", "vuodelta");
    }

    @Test
    void theWordFileHasTheSamePicturesAndTables() throws IOException {
        Document sheet = sheets.of(profiles.of(town.code(), 4, null), Languages.FINNISH);
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(renderer.render(sheet, Format.DOCX)))) {
            assertThat(word.getAllPictures())
                    .as("trend, comparison, all, women, men")
                    .hasSize(5);
            assertThat(word.getTables()).hasSize(3);
        }
    }

    @Test
    void withoutAnyValueItSaysSo() {
        Document sheet = sheets.of(profiles.of(town.code(), 189, null), Languages.FINNISH);
        byte[] pdf = renderer.render(sheet, Format.PDF);
        assertThat(PdfCheck.faults(pdf)).isEmpty();
        assertThat(PdfCheck.text(pdf)).contains("Lähteessä ei ole kunnan arvoa.");
    }
}
