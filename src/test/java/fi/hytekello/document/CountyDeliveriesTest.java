package fi.hytekello.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.MailDispatcher;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The county gets what was published, and the proof stays. */
@WholeTest
class CountyDeliveriesTest {

    @Autowired
    Towns towns;

    @Autowired
    WelfareReports reports;

    @Autowired
    CountyDeliveries deliveries;

    @Autowired
    CyclePlanning planning;

    @Autowired
    PublishedDocuments published;

    @Autowired
    MailDispatcher dispatcher;

    @Autowired
    fi.hytekello.demo.MailStore received;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    org.springframework.beans.factory.config.AutowireCapableBeanFactory beans;

    private Town town;
    private Cycle cycle;
    private Username by;

    @BeforeEach
    void makeYear() {
        // Mails to the county leave in office hours: it is a Wednesday.
        at("2026-01-14T09:00:00Z");
        town = towns.make();
        cycle = beans.createBean(PublishedYear.class).make(town);
        by = town.person(Role.COORDINATOR).username();
    }

    /** A delivery keeps its mail; what is unsent would leave in other tests. */
    @AfterEach
    void sendTheRest() {
        dispatcher.dispatchDue();
        ClockUtil.reset();
    }

    @Test
    void withoutACountyThereIsNobodyToSendTo() {
        reports.published(cycle.id(), null, by);
        assertThat(deliveries.of(cycle.id())).isEmpty();
        assertThat(published.of(cycle.id())).hasSize(6);
    }

    @Test
    void withoutAnAddressNothingIsPublished() {
        county("fi");
        assertThatThrownBy(() -> reports.published(cycle.id(), null, by)).isInstanceOf(Conflict.class);
        assertThat(published.of(cycle.id())).isEmpty();
    }

    @Test
    void theMailBringsThePdfInTheCountysLanguageAndItsProofStays() throws Exception {
        county("sv");
        deliveries.writeTo(cycle.id(), " registratur." + town.code() + "@county.example ");
        reports.published(cycle.id(), null, by);
        assertThat(deliveries.of(cycle.id()))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.state()).isEqualTo(CountyDelivery.State.WAITING));

        dispatcher.dispatchDue();

        CountyDelivery delivery = deliveries.of(cycle.id()).get(0);
        assertThat(delivery.state()).isEqualTo(CountyDelivery.State.SENT);
        assertThat(delivery.address()).isEqualTo("registratur." + town.code() + "@county.example");
        MimeMessage mail = received.read(received.list(delivery.address()).get(0));
        assertThat(mail.getMessageID()).isEqualTo(delivery.messageId());
        assertThat(mail.getSubject())
                .isEqualTo("Provkommun: välfärdsrapport " + cycle.year() + " till välfärdsområdet, dnr KOE/1/2027");
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("welfare-report-1-sv.pdf");
        byte[] attached = parts.getBodyPart(1).getInputStream().readAllBytes();
        assertThat(delivery.documents())
                .extracting(PublishedDocument::sha256)
                .containsExactly(PublishedDocuments.sha256(attached));
        Multipart texts = (Multipart) parts.getBodyPart(0).getContent();
        assertThat(texts.getBodyPart(0).getContent().toString())
                .contains(PublishedDocuments.sha256(attached))
                .contains("/published/" + town.code() + "/" + cycle.year());
    }

    @Test
    void theMailNamesThePlanAsThePlanNamesItself() throws Exception {
        county("fi");
        deliveries.writeTo(cycle.id(), "kirjaamo." + town.code() + "@county.example");
        planning.published(cycle.id(), null, by);
        dispatcher.dispatchDue();

        CountyDelivery delivery = deliveries.of(cycle.id()).get(0);
        String title = "yvinvointisuunnitelma " + (cycle.year() + 1);
        assertThat(delivery.documents().get(0).title()).isEqualTo("H" + title);
        MimeMessage mail = received.read(received.list(delivery.address()).get(0));
        assertThat(mail.getSubject()).isEqualTo("Koekunta: h" + title + " hyvinvointialueelle, dnro KOE/1/2027");
    }

    @Test
    void aCorrectedAddressGetsTheSameDocumentsAgain() {
        beans.createBean(PublishedYear.class).statements(cycle);
        county("fi");
        deliveries.writeTo(cycle.id(), "vanha@county.example");
        reports.published(cycle.id(), null, by);
        at("2026-01-14T09:05:00Z");
        deliveries.writeTo(cycle.id(), "uusi@county.example");
        deliveries.again(cycle.id(), deliveries.of(cycle.id()).get(0).id(), by);
        List<CountyDelivery> both = deliveries.of(cycle.id());
        assertThat(both)
                .extracting(CountyDelivery::address)
                .containsExactly("vanha@county.example", "uusi@county.example");
        assertThat(both.get(0).documents())
                .extracting(PublishedDocument::kind)
                .containsExactlyInAnyOrder(DocumentKind.WELFARE_REPORT, DocumentKind.STATEMENT_APPENDIX);
        assertThat(both.get(1).documents()).isEqualTo(both.get(0).documents());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kirjaamo", "kirjaamo@", "a b@c.fi", "a@b.fi,c@d.fi", "x <a@b.fi>"})
    void refusesWhatIsNoAddress(String address) {
        county("fi");
        assertThatThrownBy(() -> deliveries.writeTo(cycle.id(), address))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("countyEmail");
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }

    private void county(String language) {
        String code = language.equals("sv") ? "QS" : "QF";
        jdbc.sql("""
                        insert into hyte.county (code, name_fi, name_sv, language)
                        values (:code, 'Koealue', 'Provområdet', :language) on conflict do nothing""").param("code", code).param("language", language).update();
        jdbc.sql("update hyte.municipality set county_code = :county where code = :code")
                .param("county", code)
                .param("code", town.code().value())
                .update();
    }
}
