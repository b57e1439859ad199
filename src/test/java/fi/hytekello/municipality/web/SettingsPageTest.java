package fi.hytekello.municipality.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.audit.AuditEvent;
import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.Milestone;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.MailSender;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Settings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What a municipality decides for itself, on its page. */
@WholeTest
class SettingsPageTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    MunicipalitySettings settings;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Milestones milestones;

    @Autowired
    Decisions decisions;

    @Autowired
    AuditTrail audit;

    @Autowired
    Clock clock;

    private MockMvc browser;
    private Town town;
    private Person coordinator;
    private String page;

    @BeforeEach
    void openPage() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        town = towns.make();
        coordinator = town.person(Role.COORDINATOR);
        page = "/municipalities/" + town.code() + "/settings";
    }

    @Test
    void theCoordinatorChangesWhatDiffersAndTheAuditTrailKeepsBothValues() throws Exception {
        assertThat(show(coordinator).select("[name=impactCostLimit]").val()).isEqualTo("100\u00a0000,00");

        save(coordinator, 0, "50 000", "15.30").andExpect(redirectedUrl(page));
        assertThat(settings.of(town.code()))
                .isEqualTo(new Settings(
                        1, new BigDecimal("50000.00"), LocalTime.of(15, 30), false, true, MailSender.NONE));
        save(coordinator, 0, "50 000", "15.30").andExpect(redirectedUrl(page));
        save(coordinator, 1, "60000", "15:30").andExpect(redirectedUrl(page));

        List<AuditEvent> events = audit.about(town.code(), "municipality:" + town.code());
        assertThat(events)
                .extracting(event -> event.details().toString())
                .containsExactly(
                        "{\"impactCostLimit\":[\"50000.00\",\"60000.00\"]}",
                        "{\"officeCloses\":[\"16:00\",\"15:30\"],\"impactCostLimit\":[\"100000.00\",\"50000.00\"]}");
        assertThat(events)
                .extracting(AuditEvent::actor)
                .containsOnly(coordinator.username().value());
    }

    @Test
    void aNewClosingTimeMovesTheComingDeadlinesOfYearsThatAreBeingPrepared() throws Exception {
        int year = LocalDate.now(clock).getYear();
        Cycle confirmed = planning.start(town.code(), year, coordinator);
        planning.confirm(confirmed.id());
        Cycle prepared = planning.start(town.code(), year + 1, coordinator);

        save(coordinator, 0, "100000", "15:00").andExpect(redirectedUrl(page));

        assertThat(closing(confirmed, milestone -> true)).containsOnly(LocalTime.of(16, 0));
        assertThat(closing(prepared, milestone -> milestone.kind() == MilestoneKind.CYCLE_OPENING))
                .containsOnly(LocalTime.of(16, 0));
        // Winter and summer time alike.
        assertThat(closing(prepared, milestone -> milestone.kind() != MilestoneKind.CYCLE_OPENING))
                .hasSizeGreaterThan(15)
                .containsOnly(LocalTime.of(15, 0));
    }

    private List<LocalTime> closing(Cycle cycle, Predicate<Milestone> which) {
        return milestones.of(cycle.id()).stream()
                .filter(which)
                .map(milestone -> milestone.dueAt().atZone(Finland.ZONE).toLocalTime())
                .toList();
    }

    @Test
    void othersOfTheMunicipalityReadAndNobodyElseDoes() throws Exception {
        Person finance = town.person(Role.FINANCE);
        assertThat(show(finance).select("input[name=officeCloses][readonly]").val())
                .isEqualTo("16:00");
        assertThat(show(finance).select("main button")).isEmpty();
        save(finance, 0, "1", "9:00").andExpect(status().isForbidden());
        save(town.person(Role.ADMIN), 0, "90000", "16:00").andExpect(redirectedUrl(page));

        Person stranger = towns.make().person(Role.COORDINATOR);
        browser.perform(get(page)
                        .accept(MediaType.TEXT_HTML)
                        .with(user(stranger.username().value())))
                .andExpect(status().isNotFound());
        save(stranger, 1, "1", "9:00").andExpect(status().isNotFound());
        assertThat(settings.of(town.code()).impactCostLimit()).isEqualByComparingTo("90000");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 16:00, kustannusraja",
        "paljon, 16:00, kustannusraja",
        "'', 16:00, kustannusraja",
        "99999999999, 16:00, kustannusraja",
        "50000, 25:00, Kirjaamo sulkeutuu",
        "50000, '', Kirjaamo sulkeutuu",
        "50000, 00:00, Kirjaamo sulkeutuu"
    })
    void aWrongValueIsToldByItsFieldAndNothingIsStoredOrLost(String limit, String closes, String field)
            throws Exception {
        Document told = Jsoup.parse(save(coordinator, 0, limit, closes)
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(told.select("[role=alert]").text()).contains(field);
        assertThat(told.select("[name=impactCostLimit]").val()).isEqualTo(limit);
        assertThat(told.select("[name=officeCloses]").val()).isEqualTo(closes);
        assertThat(settings.of(town.code()).version()).isZero();
    }

    @Test
    void theSecondOfTwoEditorsSeesTheNewerValuesAndChooses() throws Exception {
        save(coordinator, 0, "100000", "15:00").andExpect(redirectedUrl(page));

        Document told = Jsoup.parse(save(town.person(Role.ADMIN), 0, "70000", "16:00")
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(told.select(".notice dt").eachText())
                .containsExactly(
                        "Uudempi tieto: Laajan ennakkoarvioinnin kustannusraja, euroa",
                        "Uudempi tieto: Kirjaamo sulkeutuu");
        assertThat(told.select(".notice dd").eachText()).containsExactly("100 000,00", "15:00");
        assertThat(told.select("[name=impactCostLimit]").val()).isEqualTo("70000");
        assertThat(told.select("[name=version]").val()).isEqualTo("1");

        save(town.person(Role.ADMIN), 1, "70000", "16:00").andExpect(redirectedUrl(page));
        assertThat(settings.of(town.code()))
                .isEqualTo(
                        new Settings(2, new BigDecimal("70000.00"), LocalTime.of(16, 0), false, true, MailSender.NONE));
    }

    @Test
    void aMunicipalityThatCallsItselfACityHasACityManagerAndACityBoard() throws Exception {
        Cycle cycle = planning.start(town.code(), LocalDate.now(clock).getYear() + 1, coordinator);
        decisions.record(new DecisionDraft(
                cycle.id(),
                Subject.WELFARE_REPORT,
                DecidedBy.BOARD,
                null,
                Outcome.NOTED,
                null,
                LocalDate.now(clock),
                "§ 1",
                null,
                null,
                null,
                coordinator.username()));
        assertThat(decisions(cycle, "fi")).contains("kunnanhallitus");

        browser.perform(post(page)
                        .with(csrf())
                        .with(user(coordinator.username().value()))
                        .param("version", "0")
                        .param("impactCostLimit", "100000")
                        .param("officeCloses", "16:00")
                        .param("city", "true"))
                .andExpect(redirectedUrl(page));
        assertThat(decisions(cycle, "fi")).contains("kaupunginhallitus").doesNotContain("kunnanhallitus");
        assertThat(decisions(cycle, "sv")).contains("stadsstyrelsen");
        assertThat(show(coordinator).select("[name=city][checked]")).hasSize(1);
    }

    @Test
    void aMunicipalityMayWorkThroughJuly() throws Exception {
        assertThat(show(coordinator).select("[name=quietJuly][checked]")).hasSize(1);
        browser.perform(post(page)
                        .with(csrf())
                        .with(user(coordinator.username().value()))
                        .param("version", "0")
                        .param("impactCostLimit", "100000")
                        .param("officeCloses", "16:00"))
                .andExpect(redirectedUrl(page));
        assertThat(settings.of(town.code()).quietJuly()).isFalse();
        assertThat(show(coordinator).select("[name=quietJuly]:not([checked])")).hasSize(1);
        assertThat(audit.about(town.code(), "municipality:" + town.code()))
                .extracting(event -> event.details().toString())
                .containsExactly("{\"quietJuly\":[\"true\",\"false\"]}");
    }

    @Test
    void theCoordinatorSaysWhoTheMailsComeFrom() throws Exception {
        saveSender("Koekunta, hyvinvointi", " kirjaamo@koekunta.example ", "Koekunnan kunta\r\nPL 1 \r\n")
                .andExpect(redirectedUrl(page));
        assertThat(settings.of(town.code()).sender())
                .isEqualTo(new MailSender(
                        "Koekunta, hyvinvointi", "", "", "kirjaamo@koekunta.example", "Koekunnan kunta\nPL 1", ""));
        Document shown = show(coordinator);
        assertThat(shown.select("[name=senderNameFi]").val()).isEqualTo("Koekunta, hyvinvointi");
        assertThat(shown.select("[name=replyTo]").val()).isEqualTo("kirjaamo@koekunta.example");
        assertThat(shown.select("[name=signatureFi]").get(0).wholeText()).isEqualTo("Koekunnan kunta\nPL 1");
        assertThat(show(town.person(Role.FINANCE)).select("[name=signatureFi][readonly]"))
                .hasSize(1);
        assertThat(audit.about(town.code(), "municipality:" + town.code()))
                .singleElement()
                .satisfies(event -> assertThat(event.details().toString())
                        .contains("\"replyTo\":[\"\",\"kirjaamo@koekunta.example\"]"));
    }

    @ParameterizedTest
    @CsvSource({
        "'A\u2028B', '', '', Lähettäjän nimi",
        "'A\u202EB', '', '', Lähettäjän nimi",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, '', '', Lähettäjän nimi",
        "'', kirjaamo, '', Vastausosoite",
        "'', 'a@b.example, c@d.example', '', Vastausosoite",
        "'', 'A <a@b.example>', '', Vastausosoite",
        "'', '', '1\n2\n3\n4\n5\n6\n7', Allekirjoitus suomeksi"
    })
    void whatCannotStandInAMailIsToldByItsField(String name, String replyTo, String signature, String field)
            throws Exception {
        Document told = Jsoup.parse(saveSender(name, replyTo, signature)
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(told.select("[role=alert]").text()).contains(field);
        assertThat(told.select("[name=replyTo]").val()).isEqualTo(replyTo);
        assertThat(settings.of(town.code()).version()).isZero();
    }

    private ResultActions saveSender(String name, String replyTo, String signature) throws Exception {
        return browser.perform(post(page)
                .with(csrf())
                .with(user(coordinator.username().value()))
                .accept(MediaType.TEXT_HTML)
                .param("version", "0")
                .param("impactCostLimit", "100000")
                .param("officeCloses", "16:00")
                .param("quietJuly", "true")
                .param("senderNameFi", name)
                .param("replyTo", replyTo)
                .param("signatureFi", signature));
    }

    private String decisions(Cycle cycle, String language) throws Exception {
        return browser.perform(get("/cycles/" + cycle.id() + "/decisions")
                        .locale(Locale.forLanguageTag(language))
                        .with(user(coordinator.username().value())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void theFrontPageLeadsTheCoordinatorThere() throws Exception {
        String front = browser.perform(get("/").with(user(coordinator.username().value())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(front).select("main a[href='" + page + "']")).hasSize(1);
    }

    private Document show(Person person) throws Exception {
        return Jsoup.parse(browser.perform(get(page).with(user(person.username().value())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private ResultActions save(Person person, int version, String limit, String closes) throws Exception {
        return browser.perform(post(page)
                .with(csrf())
                .with(user(person.username().value()))
                .accept(MediaType.TEXT_HTML)
                .param("version", Integer.toString(version))
                .param("impactCostLimit", limit)
                .param("officeCloses", closes)
                .param("quietJuly", "true"));
    }
}
