package fi.hytekello.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.WholeTest;
import fi.hytekello.document.Format;
import fi.hytekello.document.PdfCheck;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.worklist.TaskDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The summary of what the management of municipalities said: its documents, and who is told of it. */
@WholeTest
class SummariesTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Towns towns;

    @Autowired
    Consultations consultations;

    @Autowired
    Summaries summaries;

    @Autowired
    TaskDesk desk;

    @Autowired
    JdbcClient jdbc;

    private ConsultationBench bench;
    private ConsultationId id;

    @BeforeEach
    void allAreHeardButOne() {
        bench = beans.createBean(ConsultationBench.class).in(towns.makeRegionalCouncil());
        id = bench.begin(bench.body());
        bench.hear(id, "Forssa");
        bench.hear(id, "Loppi");
        consultations.endEarly(bench.council().code(), id, Map.of(), "Johtaja vaihtuu.", bench.coordinator());
    }

    @AfterEach
    void end() {
        ClockUtil.reset();
    }

    @Test
    void isADraftUntilItIsMadeAndThenStaysAsItWas() {
        assertThat(text("fi"))
                .contains("LUONNOS", "Mitkä ovat tavoitteenne?", "Forssa: Mitkä")
                .doesNotContain("Johtopäätökset");
        make();
        byte[] finnish = summaries.file(consultations.get(id), Languages.FINNISH, Format.PDF);
        assertThat(PdfCheck.text(finnish)).doesNotContain("LUONNOS").contains("Yhteiset tavoitteet");
        jdbc.sql("update hyte.organisation set name_fi = 'Toinen nimi' where name_fi = 'Forssa'")
                .update();
        assertThat(summaries.file(consultations.get(id), Languages.FINNISH, Format.PDF))
                .isEqualTo(finnish);
    }

    @Test
    void saysWhoWasHeardAndGroupsTheViewsByQuestionAndMunicipality() {
        make();
        byte[] finnish = summaries.file(consultations.get(id), Languages.FINNISH, Format.PDF);
        byte[] swedish = summaries.file(consultations.get(id), Languages.SWEDISH, Format.PDF);
        assertThat(PdfCheck.faults(finnish)).isEmpty();
        assertThat(PdfCheck.faults(swedish)).isEmpty();
        assertThat(PdfCheck.text(finnish).replaceAll("\\s+", " "))
                .contains("2 kunnan johtoa, kaikkiaan kuntia 3", "Hyvinvointityöryhmä")
                .contains("Kunnanjohtaja", "11.1.2021", "Puhelu", "Jäi kuulematta")
                .contains("Hattula: Johtaja vaihtuu.", "Toinen kuuleminen syksyllä")
                .containsSubsequence(
                        "Johtopäätökset",
                        "Kuuleminen kunnittain",
                        "Mitkä ovat tavoitteenne? Forssa:",
                        "Loppi:",
                        "Mitä odotatte yhteistyöltä? Forssa:");
        assertThat(PdfCheck.text(swedish)).contains("Sammandrag", "Telefonsamtal", "Blev inte hörd", "Forssa sv");
    }

    @Test
    void isAWordFileToo() throws IOException {
        make();
        byte[] word = summaries.file(consultations.get(id), Languages.SWEDISH, Format.DOCX);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            assertThat(words.getText()).contains("Slutsatser", "Yhteiset tavoitteet", "Mitä odotatte yhteistyöltä?");
        }
    }

    @Test
    void needsConclusionsAndIsMadeOnceAndToldToTheDirectorOnce() {
        String task = bench.summaryTask(id).id();
        assertThatThrownBy(() -> desk.complete(task, bench.coordinator(), Map.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.field()).isEqualTo("conclusions"));
        int version = consultations.get(id).version();
        assertThatThrownBy(() -> summaries.conclude(id, "x".repeat(8001), version))
                .isInstanceOf(InvalidInput.class);
        make();
        assertThat(consultations.get(id).state()).isEqualTo(ConsultationState.DONE);
        assertThat(bench.tasks(id)).isEmpty();
        assertThatThrownBy(() -> desk.complete(task, bench.coordinator(), Map.of()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> summaries.make(id, bench.coordinator())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> summaries.conclude(id, "Uusi", version + 2)).isInstanceOf(Conflict.class);
        assertThat(told()).containsExactly(bench.director().username().value());
    }

    private List<String> told() {
        return jdbc.sql("select recipient from hyte.notification where kind = 'CONSULTATION_SUMMARY'"
                        + " and municipality_code = :council")
                .param("council", bench.council().code().value())
                .query(String.class)
                .list();
    }

    private void make() {
        summaries.conclude(
                id, "Yhteiset tavoitteet ovat selvät.", consultations.get(id).version());
        desk.complete(bench.summaryTask(id).id(), bench.coordinator(), Map.of());
    }

    private String text(String language) {
        return PdfCheck.text(summaries.file(
                consultations.get(id), language.equals("sv") ? Languages.SWEDISH : Languages.FINNISH, Format.PDF));
    }
}
