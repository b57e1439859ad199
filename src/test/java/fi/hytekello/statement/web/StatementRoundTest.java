package fi.hytekello.statement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.ReportSection;
import fi.hytekello.plan.WelfareReports;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.statement.Parties;
import fi.hytekello.statement.PartyDraft;
import fi.hytekello.statement.PartyKind;
import fi.hytekello.statement.RequestDraft;
import fi.hytekello.statement.Round;
import fi.hytekello.statement.Statement;
import fi.hytekello.statement.StatementLinks;
import fi.hytekello.statement.StatementRounds;
import fi.hytekello.statement.Statements;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A round of statements from the request to the replies, on its pages and through its links. */
@WholeTest
class StatementRoundTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Milestones milestones;

    @Autowired
    WelfareReports reports;

    @Autowired
    Parties parties;

    @Autowired
    StatementRounds rounds;

    @Autowired
    Statements statements;

    @Autowired
    StatementLinks links;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private MockMvc browser;
    private Town town;
    private Cycle cycle;
    private LocalDate today;

    @BeforeEach
    void startRound() {
        browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        town = towns.make();
        today = LocalDate.now(clock);
        cycle = planning.start(town.code(), today.getYear() + 1, town.person(Role.COORDINATOR));
        party(PartyKind.OLDER_PEOPLES_COUNCIL, "Vanhusneuvosto");
        party(PartyKind.YOUTH_COUNCIL, "Nuorisovaltuusto");
        reports.beginDraft(cycle.id());
        reports.write(cycle.id(), ReportSection.SUMMARY, "Vuosi oli vilkas.", 0);
        runtime.createProcessInstanceByKey("StatementRound")
                .businessKey(cycle.businessKey())
                .setVariable("cycleId", cycle.id().value())
                .setVariable("municipalityCode", town.code().value())
                .execute();
    }

    @Test
    void preparesARequestToAllWithTheDefaultQuestionsAndSavesItWithoutSending() throws Exception {
        OpenTask task = task("Activity_PrepareRequest");
        String page = "/tasks/" + task.id() + "/statement-request";
        Document shown = shown(page, Role.COORDINATOR, "fi");
        assertThat(shown.select("input[name=party][checked]")).hasSize(2);
        assertThat(shown.select("input[name=questionName-1]").val()).isEqualTo("Kokonaiskuva");
        assertThat(shown(page, Role.COORDINATOR, "sv").text()).contains("Bekräfta och skicka");

        String fields = shown.select("input[name=rows]").val();
        browser.perform(post(page)
                        .param("version", "0")
                        .param("rows", fields)
                        .param("save", "")
                        .param("statementsRequested", "true")
                        .param("cover", "Hyvät neuvostot")
                        .param("dueOn", today.plusDays(25).toString())
                        .param("party", shown.select("input[name=party]").get(0).val())
                        .param("questionKind-1", "YOUTH_COUNCIL")
                        .param("questionName-1", "Oma")
                        .param("questionText-1", "Mitä mieltä?")
                        .with(csrf())
                        .with(as(Role.COORDINATOR)))
                .andExpect(status().is3xxRedirection());
        Round round = rounds.current(cycle.id());
        assertThat(round.cover()).isEqualTo("Hyvät neuvostot");
        assertThat(rounds.questions(round))
                .singleElement()
                .satisfies(question -> assertThat(question.kind()).isEqualTo(PartyKind.YOUTH_COUNCIL));
        assertThat(rounds.statements(round)).hasSize(1);
        assertThat(mails("STATEMENT_REQUEST")).isZero();
    }

    @Test
    void refusesARequestWithoutPartiesDateOrReason() {
        draft(Set.of(), null, today.plusDays(25));
        assertRefused("parties", Map.of("statementsRequested", "true"));
        long older = parties.of(town.code()).get(0).id();
        draft(Set.of(older), null, today.plusDays(25));
        assertRefused("requestReason", Map.of("statementsRequested", "true"));
        draft(all(), null, null);
        assertRefused("dueOn", Map.of("statementsRequested", "true"));
        draft(all(), null, today.plusDays(2));
        assertRefused("dueOn", Map.of("statementsRequested", "true"));
        assertRefused("requestReason", Map.of("statementsRequested", "false"));
        assertThat(mails("STATEMENT_REQUEST")).isZero();
    }

    @Test
    void asksToConfirmAShortDeadline() throws Exception {
        OpenTask task = task("Activity_PrepareRequest");
        String page = "/tasks/" + task.id() + "/statement-request";
        var form = post(page)
                .param("version", "0")
                .param("rows", "1")
                .param("statementsRequested", "true")
                .param("dueOn", today.plusDays(14).toString())
                .param("questionKind-1", "")
                .param("questionName-1", "Oma")
                .param("questionText-1", "Mitä mieltä?");
        all().forEach(party -> form.param("party", party.toString()));
        browser.perform(form.with(csrf()).with(as(Role.COORDINATOR)))
                .andExpect(status().is3xxRedirection())
                .andExpect(result ->
                        assertThat(result.getFlashMap().get("shortDue")).isEqualTo(true));
        assertThat(rounds.current(cycle.id()).state()).isEqualTo(Round.State.PREPARING);
    }

    @Test
    void sendsEachPartyAMailAndRemindersAndMovesTheMilestone() {
        request();
        assertThat(mails("STATEMENT_REQUEST")).isEqualTo(2);
        assertThat(mails("STATEMENT_REMINDER")).isEqualTo(6);
        assertThat(rounds.current(cycle.id()).dueOn())
                .isEqualTo(milestones.get(cycle.id(), MilestoneKind.STATEMENTS).effectiveOn());
        assertThat(worklist.ofCycle(cycle.id()))
                .filteredOn(task -> task.task().equals("Activity_RecordStatement"))
                .hasSize(2);
    }

    @Test
    void aPartyAnswersThroughItsLinkAndCorrectsUntilTheDeadline() throws Exception {
        request();
        Statement statement = statement(PartyKind.OLDER_PEOPLES_COUNCIL);
        String link = "/statements/" + links.mint(statement.id());
        browser.perform(get(link))
                .andExpect(status().isOk())
                .andExpect(header().string("Referrer-Policy", "no-referrer"));
        Document page = open(link, "fi");
        assertThat(page.text()).contains("Vanhusneuvosto", "Vuosi oli vilkas.", "Ikääntyneiden arki");
        assertThat(page.text()).doesNotContain("Nuorten ääni");
        assertThat(open(link, "sv").text()).contains("Begäran om utlåtande");

        answer(link, "0", "").andExpect(status().isBadRequest());
        answer(link, "0", "Hyvä raportti.").andExpect(status().is3xxRedirection());
        assertThat(statements.get(statement.id()))
                .extracting(Statement::state, Statement::via, Statement::late)
                .containsExactly(Statement.State.GIVEN, Statement.Via.LINK, false);
        assertThat(worklist.ofCycle(cycle.id()))
                .filteredOn(task -> task.task().equals("Activity_RecordStatement"))
                .hasSize(1);
        assertThat(mails("STATEMENT_REMINDER")).isEqualTo(3);

        answer(link, "0", "Toinen lähetys.")
                .andExpect(status().isConflict())
                .andExpect(result -> assertThat(result.getResponse().getContentAsString())
                        .contains("Toinen lähetys.", "Hyvä raportti."));
        answer(link, "1", "Korjattu.").andExpect(status().is3xxRedirection());
        assertThat(statements.get(statement.id()).text()).isEqualTo("Korjattu.");

        pass();
        answer(link, "2", "Liian myöhään.").andExpect(status().isConflict());
        assertThat(statements.get(statement.id()).text()).isEqualTo("Korjattu.");
    }

    @Test
    void aLateStatementIsMarkedAndNoneIsTakenWhenTheRoundIsClosed() throws Exception {
        request();
        pass();
        String older = "/statements/"
                + links.mint(statement(PartyKind.OLDER_PEOPLES_COUNCIL).id());
        assertThat(open(older, "fi").text()).contains("Määräaika on ohi");
        answer(older, "0", "Myöhässä.").andExpect(status().is3xxRedirection());
        assertThat(statement(PartyKind.OLDER_PEOPLES_COUNCIL).late()).isTrue();
        String young =
                "/statements/" + links.mint(statement(PartyKind.YOUTH_COUNCIL).id());
        assertThatThrownBy(() -> rounds.close(cycle.id(), null)).isInstanceOf(InvalidInput.class);
        rounds.close(cycle.id(), "Kokousta ei ehditty pitää.");
        assertThat(open(young, "fi").text()).contains("suljettu");
        answer(young, "0", "Vielä.").andExpect(status().isConflict());
    }

    @Test
    void anUnknownOrExpiredLinkTellsSoAndTooManyAttemptsAreStopped() throws Exception {
        request();
        browser.perform(get("/statements/unheard-of"))
                .andExpect(status().isNotFound())
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString()).contains("Tällaista linkkiä ei ole"));
        String token = links.mint(statement(PartyKind.YOUTH_COUNCIL).id());
        jdbc.sql("update hyte.statement_link set expires_at = created_at").update();
        browser.perform(get("/statements/" + token)).andExpect(status().isNotFound());
        int last = 0;
        for (int i = 0; i < 40; i++) {
            last = browser.perform(get("/statements/tried").with(request -> {
                        request.setRemoteAddr("192.0.2.7");
                        return request;
                    }))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void theSecretaryRecordsAStatementOrThatThereIsNoneAndTheCoordinatorReplies() throws Exception {
        request();
        Statement older = statement(PartyKind.OLDER_PEOPLES_COUNCIL);
        String page = "/tasks/" + older.taskId() + "/statement-record";
        assertThat(shown(page, Role.SECRETARY, "fi").text()).contains("Vanhusneuvosto");
        assertThat(shown("/tasks", Role.SECRETARY, "fi").text()).contains("Vanhusneuvosto", "Nuorisovaltuusto");
        browser.perform(post(page)
                        .param("version", "0")
                        .param("statementGiven", "true")
                        .param("statementText", "Paperilla saatu.")
                        .param("receivedOn", today.toString())
                        .with(csrf())
                        .with(as(Role.SECRETARY)))
                .andExpect(status().isOk());
        desk.complete(older.taskId(), town.person(Role.SECRETARY), Map.of("statementGiven", "true"));
        desk.complete(
                statement(PartyKind.YOUTH_COUNCIL).taskId(),
                town.person(Role.SECRETARY),
                Map.of("statementGiven", "false"));

        OpenTask replies = task("Activity_WriteReplies");
        Person coordinator = town.person(Role.COORDINATOR);
        assertThatThrownBy(() -> desk.complete(replies.id(), coordinator, Map.of("draftOutcome", "UNCHANGED")))
                .isInstanceOf(InvalidInput.class);
        String reply = "/tasks/" + replies.id() + "/statement-replies";
        assertThat(shown(reply, Role.COORDINATOR, "fi").text()).contains("Paperilla saatu.", "ei anna lausuntoa");
        String told = browser.perform(post(reply + "/" + older.id())
                        .param("reply-" + older.id(), "Kiitos.")
                        .param("changedDraft", "true")
                        .param("version", "1")
                        .header("HX-Request", "true")
                        .with(csrf())
                        .with(as(Role.COORDINATOR)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(told).contains("tallennettu");
        assertThatThrownBy(() -> desk.complete(replies.id(), coordinator, Map.of("draftOutcome", "UNCHANGED")))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("draftOutcome");
        desk.complete(replies.id(), coordinator, Map.of("draftOutcome", "CHANGED"));
        assertThat(shown("/cycles/" + cycle.id() + "/statements", Role.MANAGER, "sv")
                        .text())
                .contains("Paperilla saatu.", "Kiitos.", "ändrade utkastet");
        browser.perform(get("/cycles/" + cycle.id() + "/statements")
                        .with(user(towns.make().person(Role.MANAGER).username().value())))
                .andExpect(status().isNotFound());
    }

    @Test
    void whenStatementsAreMissingTheCoordinatorExtendsAndTheMissingAreTold() throws Exception {
        request();
        answer("/statements/" + links.mint(statement(PartyKind.YOUTH_COUNCIL).id()), "0", "Annettu.");
        pass();
        rounds.extend(cycle.id(), today.plusDays(40), coordinator());
        assertThat(mails("STATEMENT_EXTENSION")).isEqualTo(1);
        assertThat(mails("STATEMENT_REMINDER")).isEqualTo(3);
        OpenTask waiting = worklist.find(
                        statement(PartyKind.OLDER_PEOPLES_COUNCIL).taskId())
                .orElseThrow();
        assertThat(waiting.dueAt()).isEqualTo(rounds.current(cycle.id()).dueAt());
        assertThatThrownBy(() -> rounds.extend(cycle.id(), today, coordinator()))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void theCoordinatorKeepsTheRegisterAndOthersReadIt() throws Exception {
        String page = "/statement-parties/" + town.code();
        assertThat(shown(page, Role.SECRETARY, "fi").select("form")).isEmpty();
        Document shown = shown(page, Role.COORDINATOR, "sv");
        assertThat(shown.select("form")).hasSize(3);
        browser.perform(post(page)
                        .param("kind", "DISABILITY_COUNCIL")
                        .param("nameFi", "Vammaisneuvosto")
                        .param("email", "ei osoite")
                        .param("validFrom", today.toString())
                        .with(csrf())
                        .with(as(Role.COORDINATOR)))
                .andExpect(result -> assertThat(result.getResponse().getContentAsString())
                        .contains("ei ole sähköpostiosoite", "ei osoite"));
        browser.perform(post(page).param("kind", "NGO").with(csrf()).with(as(Role.SECRETARY)))
                .andExpect(status().isForbidden());
        assertThat(parties.of(town.code())).hasSize(2);
        browser.perform(get(page)
                        .with(user(
                                towns.make().person(Role.COORDINATOR).username().value())))
                .andExpect(status().isNotFound());
    }

    private Username coordinator() {
        return town.person(Role.COORDINATOR).username();
    }

    private void request() {
        draft(all(), null, today.plusDays(25));
        desk.complete(
                task("Activity_PrepareRequest").id(),
                town.person(Role.COORDINATOR),
                Map.of("statementsRequested", "true"));
    }

    private void draft(Set<Long> chosen, @Nullable String reason, @Nullable LocalDate due) {
        Round round = rounds.current(cycle.id());
        rounds.draft(cycle.id(), new RequestDraft("", reason, due, chosen, rounds.questions(round), round.version()));
    }

    private void assertRefused(String field, Map<String, String> answers) {
        String task = task("Activity_PrepareRequest").id();
        assertThatThrownBy(() -> desk.complete(task, town.person(Role.COORDINATOR), answers))
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo(field);
    }

    /** The deadline of the round passes. */
    private void pass() {
        jdbc.sql("update hyte.statement_round set due_at = now() - interval '1 hour' where cycle_id = :cycle")
                .param("cycle", cycle.id().value())
                .update();
    }

    private Set<Long> all() {
        return parties.of(town.code()).stream().map(party -> party.id()).collect(Collectors.toSet());
    }

    private Statement statement(PartyKind kind) {
        return rounds.statements(rounds.current(cycle.id())).stream()
                .filter(one -> one.party().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private OpenTask task(String name) {
        return worklist.ofCycle(cycle.id()).stream()
                .filter(task -> task.task().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int mails(String kind) {
        return jdbc.sql("select count(*) from hyte.notification where cycle_id = :cycle and kind = :kind")
                .param("cycle", cycle.id().value())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private void party(PartyKind kind, String name) {
        parties.add(
                town.code(),
                new PartyDraft(
                        kind, name, "", name + "@koekunta.example", Languages.FINNISH, "Vaikuttaa.", today, null));
    }

    private ResultActions answer(String link, String version, String text) throws Exception {
        return browser.perform(post(link).param("version", version).param("statementText", text));
    }

    private Document open(String link, String language) throws Exception {
        return read(browser.perform(get(link).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document shown(String page, Role role, String language) throws Exception {
        return read(browser.perform(get(page).with(as(role)).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static Document read(String html) {
        Document shown = Jsoup.parse(html);
        assertThat(shown.text()).doesNotContain("??");
        List<Element> fields = shown.select("input:not([type=hidden]), select, textarea");
        for (Element field : fields) {
            assertThat(shown.select("label[for='" + field.id() + "']"))
                    .as(field.id())
                    .hasSize(1);
        }
        return shown;
    }

    private org.springframework.test.web.servlet.request.RequestPostProcessor as(Role role) {
        return user(town.person(role).username().value());
    }
}
