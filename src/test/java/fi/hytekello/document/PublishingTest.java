package fi.hytekello.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is published is whole, correct and stays. */
@WholeTest
class PublishingTest {

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    WelfareReports reports;

    @Autowired
    PublishedDocuments published;

    @Autowired
    DocumentAssembly assembly;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    org.springframework.beans.factory.config.AutowireCapableBeanFactory beans;

    private Town town;
    private Cycle cycle;
    private Username by;

    @BeforeEach
    void makeYear() {
        town = towns.make();
        PublishedYear years = beans.createBean(PublishedYear.class);
        cycle = years.make(town);
        years.statements(cycle);
        by = town.person(Role.COORDINATOR).username();
    }

    @Test
    void everyPdfKeepsPdfUaAndPdfAInBothLanguages() {
        publishAll();
        List<PublishedDocument> pdfs = published.of(cycle.id()).stream()
                .filter(document -> document.format() == Format.PDF)
                .toList();
        assertThat(pdfs)
                .extracting(PublishedDocument::fileName)
                .containsExactlyInAnyOrder(
                        "welfare-report-1-fi.pdf",
                        "welfare-report-1-sv.pdf",
                        "statement-appendix-1-fi.pdf",
                        "statement-appendix-1-sv.pdf",
                        "welfare-plan-1-fi.pdf",
                        "welfare-plan-1-sv.pdf",
                        "budget-annex-1-fi.pdf",
                        "budget-annex-1-sv.pdf");
        for (PublishedDocument pdf : pdfs) {
            byte[] content = published.content(pdf.id());
            assertThat(PdfCheck.faults(content)).as(pdf.fileName()).isEmpty();
            assertThat(PdfCheck.language(content)).isEqualTo(pdf.language() + "-FI");
            assertThat(PdfCheck.text(content)).doesNotContain("LUONNOS").doesNotContain("UTKAST");
        }
    }

    @Test
    void theBytesAreThoseOfTheHashAndNobodyCanChangeThem() {
        publishAll();
        List<PublishedDocument> all = published.of(cycle.id());
        assertThat(all).hasSize(24).allSatisfy(document -> {
            byte[] content = published.content(document.id());
            assertThat(PublishedDocuments.sha256(content)).isEqualTo(document.sha256());
            assertThat(content).hasSize(document.bytes());
        });
        for (String change : List.of(
                "update hyte.published_document set title = 'x'",
                "update hyte.published_document set content = ''::bytea",
                "delete from hyte.published_document",
                "truncate hyte.published_document cascade")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changes");
        }
        publishAll();
        assertThat(published.of(cycle.id())).isEqualTo(all);
    }

    @Test
    void laterChangesReachTheDraftAndNotWhatIsPublished() {
        publishAll();
        PublishedDocument page = published.find(town.code(), cycle.year(), "welfare-plan-1-fi.html");
        String before = new String(published.content(page.id()), java.nio.charset.StandardCharsets.UTF_8);
        jdbc.sql("update hyte.goal set title_fi = 'Aivan muu' where cycle_id = :cycle and priority = 1")
                .param("cycle", cycle.id().value())
                .update();
        assertThat(assembly.assemble(cycle.id(), DocumentKind.WELFARE_PLAN, Languages.FINNISH, true)
                        .sections())
                .anyMatch(section -> section.heading().value().contains("Aivan muu"));
        assertThat(before).contains("1. Lapset voivat hyvin").doesNotContain("Aivan muu");
        assertThat(published.content(page.id())).isEqualTo(before.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void thereIsNoDocumentBeforeThereIsSomethingToTell() {
        Town other = towns.make();
        Cycle empty = planning.start(other.code(), cycle.year(), other.person(Role.COORDINATOR));
        assertThat(assembly.available(empty.id())).isEmpty();
        assertThatThrownBy(() -> assembly.assemble(empty.id(), DocumentKind.BUDGET_ANNEX, Languages.FINNISH, true))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndNothingIsPublished() {
        assertThatThrownBy(() -> reports.published(cycle.id(), "kunta", by))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("publishedAt");
        assertThat(published.of(cycle.id())).isEmpty();
    }

    private void publishAll() {
        reports.published(cycle.id(), null, by);
        planning.published(cycle.id(), "https://kunta.example/", by);
    }
}
