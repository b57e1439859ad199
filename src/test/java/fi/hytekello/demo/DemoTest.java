package fi.hytekello.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.demo.simulation.Ending;
import fi.hytekello.demo.simulation.SimulatedYear;
import fi.hytekello.demo.simulation.Timeline;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.Notification;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.Outbox;
import fi.hytekello.notification.WaitingMails;
import fi.hytekello.platform.Dates;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo as its first start leaves it, and a year played in it. */
@AutoConfigureMockMvc
@SpringBootTest(
        properties = {
            "hytekello.data=target/test-data/${random.uuid}",
            "hytekello.binaries=target/postgresql",
            "hytekello.demo=true",
            "hytekello.demo.password=only-for-this-test",
            "hytekello.mail.dispatch=false",
            "camunda.bpm.job-execution.enabled=false"
        })
class DemoTest {

    private static final MunicipalityCode JUVA = new MunicipalityCode("178");
    private static final MunicipalityCode MIKKELI = new MunicipalityCode("491");
    private static final MunicipalityCode PIEKSAMAKI = new MunicipalityCode("593");
    private static final MunicipalityCode SAVONLINNA = new MunicipalityCode("740");

    @Autowired
    DemoStart start;

    @Autowired
    DemoClock clock;

    @Autowired
    DemoProperties settings;

    @Autowired
    Cycles cycles;

    @Autowired
    Municipalities municipalities;

    @Autowired
    SimulatedYear years;

    @Autowired
    Ending ending;

    @Autowired
    MailStore mails;

    @Autowired
    IdentityService identities;

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Autowired
    WaitingMails waiting;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Dates dates;

    @Autowired
    MockMvc browser;

    @AfterEach
    void setTheClockRight() {
        clock.move(clock.offset().negated());
    }

    @Test
    void hasAYearUnderWayAndAnotherBeforeItsFirstStepHoweverOftenItIsStarted() {
        long users = identities.createUserQuery().count();
        start.start();

        assertThat(identities.createUserQuery().count()).isEqualTo(users);
        assertThat(cycles.of(List.of(JUVA))).extracting(Cycle::state).contains(Cycle.State.ENDED);
        assertThat(cycles.of(List.of(MIKKELI)))
                .extracting(Cycle::state)
                .containsExactly(Cycle.State.PREPARING, Cycle.State.ENDED);
        assertThat(clock.offset()).isZero();
    }

    @Test
    void mirrorsPeopleWithTheirGroupsAndTenantsIntoTheEngine() throws Exception {
        assertThat(identities.checkPassword("sivistys.juva", "only-for-this-test"))
                .isTrue();
        assertThat(identities.createGroupQuery().groupMember("sivistys.juva").list())
                .extracting(group -> group.getId())
                .containsExactly("department-education");
        assertThat(identities.createTenantQuery().userMember("sivistys.juva").list())
                .extracting(tenant -> tenant.getId())
                .containsExactly("178");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(settings.home().resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void playsAWholeYearWithAllItsTurns() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Instant limit = Instant.parse("2028-12-31T00:00:00Z");
        var played = years.play(
                List.of(municipalities.get(SAVONLINNA)),
                2027,
                limit,
                new Timeline(new PrintStream(printed, true, StandardCharsets.UTF_8)));

        String timeline = printed.toString(StandardCharsets.UTF_8);
        var ids = played.cycles().stream().map(Cycle::id).toList();
        assertThat(ending.missing(ids)).isEmpty();
        assertThat(timeline)
                .contains("hyvinvointiryhma.savonlinna")
                .contains("Käsittele hyvinvointiraportin luonnos – returns")
                .contains("Päätä asiakirjasta – returns")
                .contains("Kirjaa päätös – BOARD: tabled")
                .contains("Sovita toimenpiteet kehykseen")
                .contains("Päätä toimenpiteistä – one left out")
                .contains("overdue → tekninen@savonlinna.example")
                .contains("escalation → tekninenjohtaja@savonlinna.example");
        var numbers = ending.numbers(ids);
        assertThat(numbers.escalations()).isPositive();
        int sent = numbers.mails().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(numbers.mails()).containsEntry("COUNTY_DELIVERY", 2);
        long invited = Stream.of("hyte@hyvinvointialue.example", "folkhalsan.740@forening.example")
                .flatMap(address -> mails.list(address).stream())
                .filter(mail ->
                        mail.subject().contains("Savonlinna") || mail.subject().contains("Nyslott"))
                .count();
        assertThat(invited).as("one invitation and one change each").isEqualTo(4);
        assertThat(mails.list("@savonlinna.example")).hasSize(sent - 2 - (int) invited);
    }

    @Test
    void playsTheBroadYearThatTheCouncilTermSuggests() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        var played = years.play(
                List.of(municipalities.get(PIEKSAMAKI)),
                2030,
                null,
                Instant.parse("2031-12-31T00:00:00Z"),
                new Timeline(new PrintStream(printed, true, StandardCharsets.UTF_8)));

        var ids = played.cycles().stream().map(Cycle::id).toList();
        assertThat(ending.missing(ids)).isEmpty();
        assertThat(played.cycles()).extracting(Cycle::kind).containsExactly(Cycle.Kind.BROAD);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("2030, broad")
                .contains("Kirjaa päätös – BOARD: returned")
                .contains("Arvioi huolenaiheet mittareilla");
    }

    @Test
    void showsEveryMailAsReceivedWithItsHtmlShutIn() throws Exception {
        StoredMail newest = mails.list("koordinaattori@juva.example").get(0);
        String list = browser.perform(
                        get("/demo/mail?to=koordinaattori@juva.example").with(user("sivistys.juva")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(list).contains("/demo/mail/" + newest.id()).contains(newest.subject());

        String page = browser.perform(get("/demo/mail/" + newest.id()).with(user("sivistys.juva")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Message-ID").contains("sandbox=");
        browser.perform(get("/demo/mail/" + newest.id() + "/html").with(user("sivistys.juva")))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.containsString("sandbox allow-top-navigation")));
        browser.perform(get("/demo/mail/" + newest.id() + "/raw").with(user("sivistys.juva")))
                .andExpect(header().string("Content-Type", "message/rfc822"));
        browser.perform(get("/demo/mail/999999").with(user("sivistys.juva"))).andExpect(status().isNotFound());
        browser.perform(get("/demo/mail")).andExpect(status().isUnauthorized());
    }

    /** To the next timer or to the next mail that waits, whichever comes first; the pages say when mails leave. */
    @Test
    void stopsAtWaitingMailsToo() throws Exception {
        Cycle cycle = cycles.of(List.of(MIKKELI)).get(0);
        transactions.executeWithoutResult(status -> outbox.add(List.of(new Notification(
                people.get(new Username("koordinaattori.mikkeli")),
                MIKKELI,
                cycle.id(),
                NotificationKind.DECISION_MADE,
                "decision:0",
                null,
                null,
                Map.of()))));
        Instant mail = waiting.after(clock.now(), 1).get(0).at();
        String leaves = dates.moment(mail, Languages.FINNISH);
        for (String page : List.of("/demo", "/demo/mail")) {
            assertThat(browser.perform(get(page).with(user("sivistys.juva")).header("Accept-Language", "fi"))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .containsPattern("(1 viesti lähtee|\\d+ viestiä lähtee) " + Pattern.quote(leaves));
        }
        int clicks = 0;
        while (clock.now().isBefore(mail)) {
            assertThat(clicks++).isLessThan(20);
            browser.perform(post("/demo/clock/next").with(user("sivistys.juva")).with(csrf()));
        }
        assertThat(Duration.between(mail, clock.now())).isLessThan(Duration.ofMinutes(1));
        jdbc.sql("delete from hyte.notification where subject_key = 'decision:0'")
                .update();
    }

    @Test
    void movesItsClockAndRemembersThat() throws Exception {
        browser.perform(post("/demo/clock/day").with(user("sivistys.juva")).with(csrf()))
                .andExpect(redirectedUrl("/demo"));
        assertThat(clock.offset()).isEqualTo(Duration.ofDays(1));
        browser.perform(post("/demo/clock/day").with(user("sivistys.juva"))).andExpect(status().isForbidden());

        clock.restore();
        assertThat(clock.offset()).isEqualTo(Duration.ofDays(1));
        browser.perform(get("/demo").with(user("sivistys.juva"))).andExpect(status().isOk());
    }
}
