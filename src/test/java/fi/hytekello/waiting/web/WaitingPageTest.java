package fi.hytekello.waiting.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.DecisionDraft;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Why a year waits, in words. The year begins on Monday 4.1.2027, its first step is due on Friday 15.1. */
@WholeTest
class WaitingPageTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Decisions decisions;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    ManagementService jobs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    private MockMvc browser;
    private Town town;
    private Cycle cycle;
    private Person coordinator;

    @BeforeEach
    void begin() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        at("2027-01-04T08:00:00Z");
        town = towns.make();
        coordinator = town.person(Role.COORDINATOR);
        cycle = planning.start(town.code(), 2027, coordinator);
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void saysOnWhomTheYearWaitsWhatWasToldAndWhatComes() throws Exception {
        assertThat(text("fi"))
                .contains("Vuosi odottaa yhtä tehtävää.")
                .contains("Vaihe Vuoden käynnistys")
                .contains("Kenen vuoro coordinator")
                .contains("Auki alkaen ma 4.1.2027 klo 10.00")
                .contains("Määräaika pe 15.1.2027 klo 16.00")
                .contains("Ilmoitus tehtävästä: lähtee ti 5.1.2027 klo 8.00")
                .containsSubsequence(
                        "Vaiheen ajastin katsoo tilanteen pe 8.1.2027 klo 6.30.",
                        "Muistutus lähtee pe 8.1.2027 klo 8.00.",
                        "Jos tehtävä on yhä kesken, siitä kerrotaan eteenpäin ke 20.1.2027 klo 8.00: manager")
                .doesNotContain("myöhässä", "??");
    }

    /** The reminders of the 8th and 13th and the news of lateness of the 18th have left, the manager was told on the 20th. */
    @Test
    void aLateStepSaysWhenItsPeopleWereReallyReminded() throws Exception {
        for (String morning : new String[] {"2027-01-08", "2027-01-13", "2027-01-18", "2027-01-20"}) {
            fire(morning + "T04:30:01Z");
            jdbc.sql("update hyte.notification set sent_at = send_after + interval '3 minutes' where cycle_id = :cycle")
                    .param("cycle", cycle.id().value())
                    .update();
        }
        assertThat(text("fi"))
                .contains("Se on myöhässä.", "Myöhässä 5 päivää")
                .contains("Ilmoitus tehtävästä: ti 5.1.2027 klo 8.03")
                .contains("Muistutus: pe 8.1.2027 klo 8.03")
                .contains("Viimeinen muistutus: ke 13.1.2027 klo 8.03")
                .contains("Ilmoitus myöhästymisestä: ma 18.1.2027 klo 8.03")
                .contains("Kerrottu eteenpäin: manager, ke 20.1.2027 klo 8.03")
                .contains("Uusi ilmoitus myöhästymisestä lähtee ma 25.1.2027 klo 8.00.")
                .doesNotContain("siitä kerrotaan");
        assertThat(page("/cycles/" + cycle.id(), coordinator, "fi").text())
                .contains("Myöhässä Kerrottu eteenpäin ke 20.1.2027: manager.");
        assertThat(text("sv")).contains("Den är försenad.", "5 dagar försenad", "Meddelat vidare: manager, ons");
    }

    /** The reports of both departments are due on Monday 1.2.; their directors are told a week later. */
    @Test
    void theYearClockTellsOnceOfAllWhoWereToldOnOneDay() throws Exception {
        confirm();
        for (String morning : new String[] {"2027-01-15", "2027-02-02", "2027-02-08"}) {
            fire(morning + "T04:30:01Z");
        }
        Document year = page("/cycles/" + cycle.id(), coordinator, "fi");
        assertThat(year.text()).containsOnlyOnce("Kerrottu eteenpäin").contains("Kerrottu eteenpäin ma 8.2.2027: ");
        assertThat(year.select(".year-clock circle.escalated")).hasSize(1);
    }

    @Test
    void aPostThatNobodyHoldsIsSaidPlainly() throws Exception {
        jdbc.sql("update hyte.person set active = false where username = :name")
                .param("name", coordinator.username().value())
                .update();
        assertThat(page("/cycles/" + cycle.id() + "/waiting", town.person(Role.MANAGER), "fi")
                        .text())
                .contains("Kenen vuoro Ei ketään: kukaan ei ole roolissa, jolle tehtävä kuuluu")
                .doesNotContain("Muistutus lähtee");
    }

    @Test
    void aYearThatWaitsForAPhaseSaysWhenItOpens() throws Exception {
        confirm();
        assertThat(text("fi"))
                .contains("Mikään tehtävä ei ole auki.")
                .contains("Odottaa pe 15.1.2027 avautuvaa vaihetta: toimialojen raportit ja mittarit.");
        assertThat(text("sv")).contains("Väntar på skedet som öppnas fre 15.1.2027: sektorernas rapporter");
    }

    @Test
    void aTabledMatterWaitsForItsMeeting() throws Exception {
        confirm();
        decisions.record(new DecisionDraft(
                cycle.id(),
                Subject.WELFARE_REPORT,
                DecidedBy.BOARD,
                null,
                Outcome.TABLED,
                "Lisäselvitys tarvitaan.",
                LocalDate.of(2027, 1, 4),
                "§ 12",
                null,
                null,
                LocalDate.of(2027, 1, 25),
                town.person(Role.SECRETARY).username()));
        runtime.createProcessInstanceByKey("BodyDecision")
                .businessKey(cycle.businessKey())
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", town.code().value())
                .setVariable("milestone", "REPORT_BOARD")
                .setVariable("subject", "WELFARE_REPORT")
                .setVariable("body", "BOARD")
                .startBeforeActivity("Event_NextMeeting")
                .execute();
        assertThat(text("fi"))
                .contains("Asia (hyvinvointiraportti) jätettiin pöydälle."
                        + " Kunnanhallitus käsittelee sen kokouksessaan ma 25.1.2027.");
    }

    /** Statements are due on Friday 30.4.2027; the question what to do comes on the next working day. */
    @Test
    void aRoundWaitsForStatements() throws Exception {
        confirm();
        runtime.createProcessInstanceByKey("StatementRound")
                .businessKey(cycle.businessKey())
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", town.code().value())
                .startBeforeActivity("Event_AnswersDue")
                .execute();
        assertThat(text("fi"))
                .contains("Odottaa lausuntoja. Jos jokin puuttuu vielä ma 3.5.2027, koordinaattori päättää");
    }

    @Test
    void aFailureSaysWhatToDo() throws Exception {
        confirm();
        Job opening = jobs.createJobQuery()
                .tenantIdIn(town.code().value())
                .activityId("Event_ReportOpens")
                .singleResult();
        at("2027-01-15T05:12:00Z");
        jobs.setJobRetries(opening.getId(), 0);
        assertThat(text("fi"))
                .contains("Järjestelmän työ on epäonnistunut")
                .contains("Epäonnistui pe 15.1.2027 klo 7.12: toimialojen raportit ja mittarit.")
                .contains("Kerro hänelle, mikä työ epäonnistui")
                .doesNotContain("Odottaa pe", "Cockpit");
        Document administrators = page("/cycles/" + cycle.id() + "/waiting", town.person(Role.ADMIN), "sv");
        assertThat(administrators.text()).contains("Misslyckades fre 15.1.2027 kl. 7.12");
        assertThat(administrators.select("a[href^=/camunda/app/cockpit]")).hasSize(1);
    }

    @Test
    void aYearThatHasEndedWaitsForNothing() throws Exception {
        jdbc.sql("update hyte.cycle set state = 'ENDED' where id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(cycle.businessKey())
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
        assertThat(text("fi")).contains("Vuosi on päättynyt. Mitään ei odoteta.");
    }

    @Test
    void anothersYearDoesNotExist() throws Exception {
        Person stranger = towns.make().person(Role.COORDINATOR);
        browser.perform(get("/cycles/" + cycle.id() + "/waiting")
                        .with(user(stranger.username().value())))
                .andExpect(status().isNotFound());
        browser.perform(get("/cycles/" + cycle.id() + "/waiting"))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isNotEqualTo(200));
    }

    private void confirm() {
        complete(coordinator, Map.of());
        complete(town.person(Role.MANAGER), Map.of("cycleConfirmed", true));
    }

    private void complete(Person person, Map<String, Object> answers) {
        OpenTask task = worklist.ofCycle(cycle.id()).get(0);
        desk.complete(task.id(), person, answers);
    }

    private void fire(String moment) {
        at(moment);
        jobs.createJobQuery()
                .tenantIdIn(town.code().value())
                .timers()
                .executable()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private String text(String language) throws Exception {
        return page("/cycles/" + cycle.id() + "/waiting", coordinator, language).text();
    }

    private Document page(String address, Person person, String language) throws Exception {
        return Jsoup.parse(browser.perform(
                        get(address).with(user(person.username().value())).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }
}
