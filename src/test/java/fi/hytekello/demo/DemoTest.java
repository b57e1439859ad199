package fi.hytekello.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.ReadCalendar;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationDraft;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.SeatRule;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.demo.simulation.Amount;
import fi.hytekello.demo.simulation.Ending;
import fi.hytekello.demo.simulation.Play;
import fi.hytekello.demo.simulation.RoundEnding;
import fi.hytekello.demo.simulation.SimulatedRound;
import fi.hytekello.demo.simulation.SimulatedYear;
import fi.hytekello.demo.simulation.Timeline;
import fi.hytekello.demo.simulation.UsedSheets;
import fi.hytekello.document.PdfCheck;
import fi.hytekello.inbox.Inbox;
import fi.hytekello.inbox.InboxMail;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.nomination.RoundId;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.notification.Notification;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.Outbox;
import fi.hytekello.notification.WaitingMails;
import fi.hytekello.platform.Dates;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo as its first start leaves it, and a year played in it. */
@AutoConfigureMockMvc
@SpringBootTest(
        properties = {
            "hytekello.data=target/test-data/${random.uuid}",
            "hytekello.data-kept=false",
            "hytekello.binaries=target/postgresql",
            "hytekello.demo=true",
            "hytekello.demo.password=only-for-this-test",
            "hytekello.mail.dispatch=false",
            "hytekello.inbox.every=P1D",
            "camunda.bpm.job-execution.enabled=false"
        })
class DemoTest {

    private static final MunicipalityCode JUVA = new MunicipalityCode("178");
    private static final MunicipalityCode MIKKELI = new MunicipalityCode("491");
    private static final MunicipalityCode PIEKSAMAKI = new MunicipalityCode("593");
    private static final MunicipalityCode MANTYHARJU = new MunicipalityCode("507");

    /** In the order in which they take the script's two plays in turn; Inkoo and Uusikaarlepyy speak Swedish, too. */
    private static final List<String> TEN =
            List.of("046", "097", "149", "213", "507", "623", "681", "740", "768", "893");

    @Autowired
    DemoStart start;

    @Autowired
    DemoWorld world;

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
    DemoRegion region;

    @Autowired
    SimulatedRound simulatedRound;

    @Autowired
    RoundEnding roundEnding;

    @Autowired
    Rounds rounds;

    @Autowired
    Organisations organisations;

    @Autowired
    Bodies bodies;

    @Autowired
    DocumentFiles documents;

    @Autowired
    MailStore mails;

    @Autowired
    JavaMailSender mailServer;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    Inbox inbox;

    @Autowired
    CalendarFiles calendars;

    @Autowired
    People people;

    @Autowired
    IdentityService identities;

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
    void hasTheOrganisationsOfARegionAndLeavesWhatPeopleChanged() {
        Municipality council = municipalities.get(DemoPeople.COUNCIL);
        Body body = region.group();
        List<Organisation> all = organisations.of(council.code());
        assertThat(all).allSatisfy(one -> assertThat(one.registryEmail()).matches("kirjaamo@[a-z-]+\\.example"));
        assertThat(all)
                .filteredOn(one -> one.represents() != null)
                .hasSize(11)
                .extracting(Organisation::represents)
                .containsExactlyInAnyOrderElementsOf(municipalities.ofRegion(council.code()).stream()
                        .map(Municipality::code)
                        .toList());
        assertThat(body.content().seats())
                .extracting(SeatRule::kind)
                .containsExactly(OrganisationKind.MUNICIPALITY, OrganisationKind.JOINT_AUTHORITY);
        Organisation first = all.get(0);
        organisations.change(
                council.code(),
                first.id(),
                renamed(first.draft()),
                first.version(),
                people.get(DemoPeople.username("aluekoordinaattori", council)));
        region.enrol();
        assertThat(bodies.of(council.code())).containsExactly(body);
        assertThat(organisations.of(council.code())).hasSameSizeAs(all);
        organisations.change(
                council.code(),
                first.id(),
                first.draft(),
                first.version() + 1,
                people.get(DemoPeople.username("aluekoordinaattori", council)));
    }

    private static OrganisationDraft renamed(OrganisationDraft is) {
        return new OrganisationDraft(
                is.kind(),
                is.nameFi() + " toinen",
                is.nameSv(),
                is.language(),
                is.registryEmail(),
                is.expertEmail(),
                is.managementTitleFi(),
                is.managementTitleSv(),
                is.managementEmail(),
                is.represents(),
                is.validFrom(),
                is.validUntil());
    }

    @Test
    void playsARoundOfNominationsToTheFirstMeeting() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Municipality council = municipalities.get(DemoPeople.COUNCIL);
        Body body = region.group();
        int year = LocalDate.ofInstant(clock.now(), Finland.ZONE).getYear() + 1;
        RoundId id = simulatedRound.play(
                council, body, year, new Timeline(new PrintStream(told, true, StandardCharsets.UTF_8)));
        LocalDate today = LocalDate.ofInstant(clock.now(), Finland.ZONE);
        assertThat(roundEnding.missing(rounds.get(id), body, today)).isEmpty();
        assertThat(roundEnding.requests(rounds.get(id)))
                .isEqualTo(Map.of("confirmed", 11, "confirmed late", 1, "declined", 1));
        assertThat(roundEnding.members(body, today))
                .isEqualTo(Map.of(
                        MemberRole.CHAIR,
                        1L,
                        MemberRole.VICE_CHAIR,
                        1L,
                        MemberRole.MEMBER,
                        10L,
                        MemberRole.DEPUTY,
                        12L));
        assertThat(roundEnding.quota(body, today))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).endsWith("quota met"));
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("link → nominated", "hand → nominated", "expect → in decision")
                .contains("ote-kaupunginjohtaja-88.pdf", "Kirjaa sähköpostilla tullut vastaus – nominated")
                .contains("– assigned", "11 of 12 say which dates suit them")
                .contains("Vahvista vaihto", "Ratkaise puuttuva vastaus – extend", "– escalate", "– corrected")
                .contains("meeting invitation →", "sivistysjohtaja@jokioinen.example");
        assertThat(told.toString(StandardCharsets.UTF_8).split("– corrected", -1))
                .as("one task of the address that takes no mail, however many mails were meant for it")
                .hasSize(2);
        assertThat(mails.list("kirjaamo@hattula.example"))
                .extracting(StoredMail::kind)
                .contains("nomination-request");
    }

    @Test
    void aMailIsAnsweredAsItsReceiverAndTheRegionalCouncilReadsTheAnswer() throws Exception {
        MimeMessageHelper asking = new MimeMessageHelper(mailServer.createMimeMessage(), "UTF-8");
        asking.setFrom("liitto@hame.example");
        asking.setReplyTo(DemoPeople.COUNCIL_MAILBOX);
        asking.setTo("kirjaamo@kysytty.example");
        asking.setSubject("Kysymme jotakin");
        asking.setText("Vastatkaa tähän.");
        mailServer.send(asking.getMimeMessage());
        StoredMail asked = mails.list("kirjaamo@kysytty.example").get(0);
        String page = "/demo/mail/" + asked.id();

        browser.perform(multipart(page + "/reply").with(user("sivistys.juva")).with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Vastauksen teksti")));
        browser.perform(multipart(page + "/reply")
                        .file(new MockMultipartFile(
                                "replyFile",
                                "ote.pdf",
                                "application/pdf",
                                "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                        .param("replyText", "Vastaamme näin.")
                        .with(user("sivistys.juva"))
                        .with(csrf()))
                .andExpect(redirectedUrl(page));

        assertThat(mails.list(DemoPeople.COUNCIL_MAILBOX).get(0))
                .satisfies(reply -> assertThat(reply.subject()).isEqualTo("Re: Kysymme jotakin"))
                .satisfies(reply -> assertThat(reply.from()).isEqualTo("kirjaamo@kysytty.example"));
        Person registry = people.get(DemoPeople.username("kirjaamo", municipalities.get(DemoPeople.COUNCIL)));
        OpenTask task = worklist.of(registry).stream()
                .filter(open -> open.process().equals("UnmatchedMail"))
                .findFirst()
                .orElseThrow();
        InboxMail read = inbox.ofTask(task.id());
        assertThat(read.text().strip()).isEqualTo("Vastaamme näin.");
        assertThat(read.attachments()).hasSize(1);
        desk.complete(task.id(), registry, Map.of("mailAnswer", "PUT_ASIDE", "reason", "Ei kuulu meille."));
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
    void playsTheYearsOfTenMunicipalitiesWithAllTheirTurns(@TempDir Path output) throws Exception {
        List<Municipality> ten = TEN.stream().map(this::place).toList();
        world.enrol(ten);
        speaksSwedish("kulttuuri.puumala", "kunnanjohtaja.inkoo", "koordinaattori.uusikaarlepyy");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Instant limit = Instant.parse("2028-12-31T00:00:00Z");
        var played = years.play(
                new Play(ten, 2027, Cycle.Kind.ANNUAL, Amount.FEW, limit),
                new Timeline(new PrintStream(printed, true, StandardCharsets.UTF_8)));

        List<String> timeline = printed.toString(StandardCharsets.UTF_8).lines().toList();
        var ids = played.cycles().stream().map(Cycle::id).toList();
        assertThat(ending.missing(ids)).isEmpty();
        assertThat(of("Mäntyharju", timeline))
                .contains("Käsittele hyvinvointiraportin luonnos – returns")
                .contains("Kirjoita vastineet – changes the draft")
                .contains("Päätä asiakirjasta – returns")
                .contains("Kirjaa päätös – BOARD: tabled")
                .contains("Vahvista vastuusi toimenpiteistä – cannot take one")
                .contains("Hyväksy toimialan ehdotukset – returns")
                .contains("Sovita toimenpiteet kehykseen")
                .contains("Päätä toimenpiteistä – returns the links")
                .contains("Päätä toimenpiteistä – one left out")
                .contains("Kirjaa päätös – COUNCIL: returned")
                .contains("Kirjaa päätös – COUNCIL: approved")
                .contains("Kirjaa HYTE-neuvottelu – moved")
                .contains("overdue → tekninen@mantyharju.example")
                .contains("escalation → tekninenjohtaja@mantyharju.example")
                .contains("brings in what the lines have cost");
        assertThat(of("Savonlinna", timeline))
                .contains("Vahvista vuoden käynnistys – returns")
                .contains("Kirjaa päätös – BOARD: returned")
                .contains("Kirjaa päätös – COUNCIL: returned")
                .contains("Ehdota toimenpiteet – nothing this year")
                .contains("Kirjaa päätös – COMMITTEE: returned")
                .contains("Sovita toimialojen ehdotukset yhteen – returns administration")
                .contains("Päätä toimenpiteistä – one lowered")
                .contains("Kirjaa päätös – COUNCIL: approved_amended")
                .contains("Kirjaa valtuuston muutokset");
        assertThat(played.sheets())
                .extracting(UsedSheets.Sheet::name)
                .contains(
                        "507-2027-budget-lines.xlsx",
                        "507-2027-budget-frames.xlsx",
                        "507-2027-budget-realisation.xlsx",
                        "507-2027-proposals-education-1.xlsx",
                        "507-2027-proposals-culture-1-pasted.txt",
                        "507-2027-proposals-culture-2-pasted.txt",
                        "740-2027-proposals-administration-2.xlsx");
        var numbers = ending.numbers(ids);
        assertThat(numbers.measures())
                .as("eleven each, and one where an indicator is red")
                .isBetween(10 * 11, 10 * 12);
        assertThat(numbers.escalations()).isPositive();
        assertThat(numbers.mails()).containsEntry("COUNTY_DELIVERY", 2 * 10);
        int sent = numbers.mails().values().stream().mapToInt(Integer::intValue).sum();
        SentRules rules = new SentRules(jdbc, mails, ten, LocalDate.of(2027, 1, 1));
        Path table = Path.of("src/test/resources/demo/mails-507-2027.csv");
        assertAll(
                () -> assertThat(rules.count()).isEqualTo(sent),
                rules::eachGoesToItsMunicipalitysPeopleInTheirLanguage,
                rules::eachLeavesInOfficeHours,
                rules::noneIsDoubled,
                rules::eachLeavesAtItsMinute,
                () -> SentTable.assertSent(mails, "@mantyharju.example", table),
                () -> SentTable.assertSentAlike(mails, place("681"), place("507"), table),
                () -> SentTable.assertSentAlike(mails, place("768"), place("507"), table));
        calendarsAreLeft(output);
        saysWhatIsMissingFromAChain(ids.get(0));
    }

    private Municipality place(String code) {
        return municipalities.get(new MunicipalityCode(code));
    }

    private void speaksSwedish(String... usernames) {
        jdbc.sql("update hyte.person set language = 'sv' where username in (:who)")
                .param("who", List.of(usernames))
                .update();
    }

    private void calendarsAreLeft(Path output) throws IOException {
        int written = calendars.write(List.of(municipalities.get(MANTYHARJU)), output);
        assertThat(written).isEqualTo(people.of(MANTYHARJU).size() + 1);
        assertThat(events(output, "kunta"))
                .contains("deadline", "opening", "negotiation", "meeting")
                .doesNotContain("task");
        assertThat(events(output, "hallintosihteeri")).contains("deadline", "meeting");
        assertThat(events(output, "rehtori")).contains("deadline", "measure").doesNotContain("meeting", "negotiation");
        assertThat(events(output, "kirjaamo")).isEmpty();
    }

    /** Of what kinds a written calendar has events. */
    private static Set<String> events(Path output, String post) throws IOException {
        String text = Files.readString(output.resolve("mantyharju").resolve(post + ".ics"));
        return ReadCalendar.of(text).events().keySet().stream()
                .map(uid -> uid.substring(0, uid.indexOf('-')))
                .collect(Collectors.toSet());
    }

    private static String of(String municipality, List<String> timeline) {
        return timeline.stream().filter(line -> line.contains(municipality)).collect(Collectors.joining("\n"));
    }

    private void saysWhatIsMissingFromAChain(CycleId cycle) {
        jdbc.sql("delete from hyte.budget_realisation where line_id in"
                        + " (select id from hyte.budget_line where cycle_id = :cycle and cost_centre = '2100')")
                .param("cycle", cycle.value())
                .update();
        jdbc.sql("update hyte.budget_annex_row set euro = euro + 1 where cycle_id = :cycle and cost_centre = '2110'")
                .param("cycle", cycle.value())
                .update();
        assertThat(ending.missing(List.of(cycle)))
                .hasSize(2)
                .anySatisfy(lack ->
                        assertThat(lack).contains("Kouluvalmentaja kaikille yläluokille", "no realisation of its line"))
                .anySatisfy(lack -> assertThat(lack).contains("the annex's sum"));
    }

    @Test
    void playsTheBroadYearThatTheCouncilTermSuggestsWithFortyMeasures(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        var played = years.play(
                new Play(
                        List.of(municipalities.get(PIEKSAMAKI)),
                        2030,
                        null,
                        Amount.ALL,
                        Instant.parse("2031-12-31T00:00:00Z")),
                new Timeline(new PrintStream(printed, true, StandardCharsets.UTF_8)));

        var ids = played.cycles().stream().map(Cycle::id).toList();
        assertThat(ending.missing(ids)).isEmpty();
        assertThat(played.cycles()).extracting(Cycle::kind).containsExactly(Cycle.Kind.BROAD);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("2030, broad")
                .contains("Kirjaa päätös – BOARD: returned")
                .contains("Arvioi huolenaiheet mittareilla");
        assertThat(ending.numbers(ids).measures()).isGreaterThanOrEqualTo(40);
        leavesAllThatWasPublished(ids, folder);
    }

    private void leavesAllThatWasPublished(List<CycleId> cycle, Path folder) throws IOException {
        int written = documents.write(cycle, folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(written)
                    .contains(
                            "593-2030-budget-annex-fi.xlsx",
                            "593-2030-budget-annex-sv.xlsx",
                            "593-2030-trace-fi.csv",
                            "593-2030-trace-sv.xlsx")
                    .anyMatch(name -> name.matches("593-2030-welfare-report-\\d-sv\\.docx"))
                    .anyMatch(name -> name.matches("593-2030-budget-annex-\\d-fi\\.pdf"));
        }
        Path plan;
        try (Stream<Path> files = Files.list(folder)) {
            plan = files.filter(file -> file.toString().matches(".*welfare-plan-\\d-fi\\.pdf"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(PdfCheck.faults(Files.readAllBytes(plan))).isEmpty();
        List<String> trace = Files.readAllLines(folder.resolve("593-2030-trace-fi.csv"));
        assertThat(trace)
                .hasSize(1 + ending.numbers(cycle).measures())
                .filteredOn(line -> line.contains("Ei talousarviossa"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(";;;"), "without sums");
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
        // What is dated does not wait for August in a quiet July.
        transactions.executeWithoutResult(status -> outbox.add(List.of(new Notification(
                people.get(new Username("koordinaattori.mikkeli")),
                MIKKELI,
                cycle.id(),
                NotificationKind.DECISION_MADE,
                "decision:0",
                LocalDate.ofInstant(clock.now(), Finland.ZONE),
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
