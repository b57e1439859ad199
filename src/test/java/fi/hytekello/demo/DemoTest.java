package fi.hytekello.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.ReadCalendar;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.demo.simulation.Ending;
import fi.hytekello.demo.simulation.SimulatedYear;
import fi.hytekello.demo.simulation.Timeline;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;

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
    CalendarFiles calendars;

    @Autowired
    People people;

    @Autowired
    IdentityService identities;

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
    void playsAWholeYearWithAllItsTurns(@TempDir Path output) throws Exception {
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

        int written = calendars.write(List.of(municipalities.get(SAVONLINNA)), output);
        assertThat(written).isEqualTo(people.of(SAVONLINNA).size() + 1);
        assertThat(events(output, "kunta"))
                .contains("deadline", "opening", "negotiation", "meeting")
                .doesNotContain("task");
        assertThat(events(output, "hallintosihteeri"))
                .contains("deadline", "meeting")
                .doesNotContain("measure");
        assertThat(events(output, "rehtori")).contains("deadline", "measure").doesNotContain("meeting", "negotiation");
        assertThat(events(output, "kirjaamo")).isEmpty();
    }

    /** Of what kinds a written calendar has events. */
    private static Set<String> events(Path output, String post) throws IOException {
        String text = Files.readString(output.resolve("savonlinna").resolve(post + ".ics"));
        return ReadCalendar.of(text).events().keySet().stream()
                .map(uid -> uid.substring(0, uid.indexOf('-')))
                .collect(Collectors.toSet());
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
