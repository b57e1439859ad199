package fi.hytekello.notification;

import static fi.hytekello.notification.MailBench.DUE;
import static fi.hytekello.notification.MailBench.NOW;
import static fi.hytekello.notification.MailBench.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.hytekello.WholeTest;
import fi.hytekello.municipality.Counties;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.ScriptedServer.Act;
import fi.hytekello.notification.ScriptedServer.Received;
import fi.hytekello.notification.ScriptedServer.Step;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.statement.Parties;
import fi.hytekello.statement.PartyDraft;
import fi.hytekello.statement.PartyKind;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An address that takes no mail becomes one task, and what waited is told after all, or knowingly not. */
@WholeTest
class UndeliverableTest {

    private static final String HANDLE = "Activity_HandleUndeliverable";

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WebApplicationContext context;

    @Autowired
    Worklist worklist;

    @Autowired
    TaskDesk desk;

    @Autowired
    UndeliverableCases cases;

    @Autowired
    People people;

    @Autowired
    Parties parties;

    @Autowired
    Counties counties;

    @Autowired
    Outbox outbox;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    private final Set<String> refused = new HashSet<>();
    private MailBench bench;
    private ScriptedServer server;
    private MailDispatcher dispatcher;
    private Person coordinator;
    private Person finance;

    @BeforeEach
    void begin() throws IOException {
        bench = beans.createBean(MailBench.class);
        bench.begin();
        server = new ScriptedServer();
        server.play((step, recipient) ->
                step == Step.RECIPIENT && refused.contains(recipient) ? Act.say("550 5.1.1 no such user") : null);
        dispatcher = bench.dispatcher(server.sender());
        coordinator = bench.town().person(Role.COORDINATOR);
        finance = bench.town().person(Role.FINANCE);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        ClockUtil.reset();
    }

    @Test
    void oneAddressIsOneTaskHoweverManyMailsFailAndNothingMoreIsSentThere() {
        refuse(finance);
        tell(finance, "a");
        dispatcher.dispatchDue();
        tell(finance, "b");
        int calls = server.calls();
        assertThat(dispatcher.dispatchDue()).as("the coordinator's notice").isEqualTo(1);
        dispatcher.dispatchDue();
        assertThat(server.calls()).isEqualTo(calls + 1);
        OpenTask task = task();
        assertThat(task.groups()).containsExactly("coordinator");
        assertThat(task.dueAt()).isEqualTo("2027-01-12T14:00:00Z");
        assertThat(task.milestone()).isNull();
        UndeliverableCase found = cases.ofTask(task.id(), Languages.FINNISH);
        assertThat(found.address()).isEqualTo(finance.email());
        assertThat(found.names()).containsExactly("finance");
        assertThat(found.why()).isEqualTo(UndeliverableCase.Why.REFUSED);
        assertThat(found.mails())
                .hasSize(2)
                .extracting(UndeliverableCase.Waiting::since)
                .containsOnly(NOW);
        assertThat(to(coordinator).message()).isNotNull();
    }

    @Test
    void theEngineKnowsNoAddress() {
        refuse(finance);
        tell(finance, "a");
        dispatcher.dispatchDue();
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(task().processInstance())
                        .list())
                .isNotEmpty()
                .allSatisfy(variable ->
                        assertThat(String.valueOf(variable.getValue())).doesNotContain("@"));
    }

    @Test
    void aCorrectedAddressIsKeptAndWhatWaitedLeavesToItAsOneMail() {
        refuse(finance);
        tell(finance, "a");
        dispatcher.dispatchDue();
        tell(finance, "b");
        settle("CORRECTED", "talous@uusi.example", null);
        assertThat(people.get(finance.username()).email()).isEqualTo("talous@uusi.example");
        assertThat(worklist.ofCycle(bench.cycle().id()))
                .noneMatch(task -> task.task().equals(HANDLE));
        dispatcher.dispatchDue();
        assertThat(server.received())
                .filteredOn(mail -> mail.recipient().equals("talous@uusi.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.tasks()).hasSize(2));
        assertThat(bench.rows("n.recipient like 'finance.%' and n.sent_at is null"))
                .isZero();
    }

    @Test
    void aCorrectionThatFailsAgainMakesANewTaskAndTheSameAddressMayBeTriedAgain() {
        refuse(finance);
        tell(finance, "a");
        dispatcher.dispatchDue();
        String first = task().id();
        refused.add("wrong@uusi.example");
        settle("CORRECTED", "wrong@uusi.example", null);
        dispatcher.dispatchDue();
        assertThat(task().id()).isNotEqualTo(first);
        assertThat(cases.ofTask(task().id(), Languages.SWEDISH).address()).isEqualTo("wrong@uusi.example");
        refused.clear();
        settle("CORRECTED", "wrong@uusi.example", null);
        dispatcher.dispatchDue();
        assertThat(server.received())
                .filteredOn(mail -> mail.recipient().equals("wrong@uusi.example"))
                .hasSize(1);
    }

    @Test
    void whatWasToldOtherwiseOrIsGivenUpIsNotSentAndTheReasonStays() {
        for (String answer : List.of("OTHER_MEANS", "GIVEN_UP")) {
            refuse(finance);
            tell(finance, answer);
            dispatcher.dispatchDue();
            assertThatThrownBy(() -> settle(answer, finance.email(), " "))
                    .isInstanceOf(InvalidInput.class)
                    .extracting("field")
                    .isEqualTo("reason");
            settle(answer, finance.email(), "soitettu");
            refused.clear();
            dispatcher.dispatchDue();
            assertThat(bench.rows("n.dropped_because = '" + answer + "' and n.sent_at is null"))
                    .isEqualTo(1);
        }
        assertThat(server.received()).noneMatch(mail -> mail.recipient().equals(finance.email()));
        assertThat(jdbc.sql("select count(*) from hyte.undeliverable where reason = 'soitettu' and closed_by = :by")
                        .param("by", coordinator.username().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        tell(finance, "later");
        dispatcher.dispatchDue();
        assertThat(to(finance).tasks()).as("the next one tries its luck").hasSize(1);
    }

    @Test
    void whatIsNoAddressIsRefusedAndASecondAnswerComesTooLate() {
        refuse(finance);
        tell(finance, "a");
        dispatcher.dispatchDue();
        for (String wrong : List.of("", "kirjaamo", "a b@c.fi", "x <a@b.fi>", "a@b.fi,c@d.fi")) {
            assertThatThrownBy(() -> settle("CORRECTED", wrong, null))
                    .isInstanceOf(InvalidInput.class)
                    .extracting("field")
                    .isEqualTo("newAddress");
        }
        String task = task().id();
        settle("CORRECTED", "hyva@uusi.example", null);
        assertThatThrownBy(() -> answer(task, "CORRECTED", "toinen@uusi.example", null))
                .isInstanceOf(Conflict.class);
        assertThat(people.get(finance.username()).email()).isEqualTo("hyva@uusi.example");
    }

    @Test
    void ofTheCoordinatorsOwnAddressTheManagerIsToldWhileTheTaskIsOpen() throws Exception {
        Person manager = bench.town().person(Role.MANAGER);
        refuse(coordinator);
        tell(coordinator, "a");
        dispatcher.dispatchDue();
        assertThat(task().groups()).containsExactly("coordinator");
        dispatcher.dispatchDue();
        Received told = to(manager);
        assertThat(told.message().getSubject()).isEqualTo("Koekunta: hyvinvointikoordinaattori ei saa sähköpostia");
        assertThat(told.text()).doesNotContain(coordinator.email());
        settle("CORRECTED", "koordinaattori@uusi.example", null);
        dispatcher.dispatchDue();
        assertThat(server.received())
                .filteredOn(mail -> mail.recipient().equals("koordinaattori@uusi.example"))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.tasks()).as("not of the task just done").hasSize(1));
    }

    @Test
    void theAddressOfAPartyOrTheCountyIsCorrectedInItsRegister() {
        jdbc.sql(
                        "insert into hyte.county (code, name_fi, name_sv) values ('QU', 'Koealue', 'Provområdet') on conflict do nothing")
                .update();
        jdbc.sql(
                        "update hyte.municipality set county_code = 'QU', county_email = 'vanha@alue.example' where code = :code")
                .param("code", bench.town().code().value())
                .update();
        long party = parties.add(
                bench.town().code(),
                new PartyDraft(
                        PartyKind.NGO,
                        "Järjestö",
                        "Föreningen",
                        "vanha@jarjesto.example",
                        Languages.FINNISH,
                        "",
                        LocalDate.of(2026, 1, 1),
                        null));
        fail("county:QU", "vanha@alue.example");
        settle("CORRECTED", "uusi@alue.example", null);
        fail("party:" + party, "vanha@jarjesto.example");
        assertThat(cases.ofTask(task().id(), Languages.SWEDISH).names()).containsExactly("Föreningen");
        settle("CORRECTED", "uusi@jarjesto.example", null);
        assertThat(counties.of(bench.town().code()).orElseThrow().email()).isEqualTo("uusi@alue.example");
        assertThat(parties.of(bench.town().code()))
                .extracting(one -> one.email())
                .containsExactly("uusi@jarjesto.example");
        dispatcher.dispatchDue();
        assertThat(server.received())
                .extracting(Received::recipient)
                .contains("uusi@alue.example", "uusi@jarjesto.example");
    }

    @Test
    void thePageShowsWhoseMailWaitsToTheOwnCoordinatorOnly() throws Exception {
        MockMvc browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        refuse(finance);
        tell(finance, "a");
        dispatcher.dispatchDue();
        String page = "/tasks/" + task().id() + "/undeliverable";
        for (Locale locale : List.of(Languages.FINNISH, Languages.SWEDISH)) {
            String html = browser.perform(get(page)
                            .locale(locale)
                            .with(user(coordinator.username().value())))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(html)
                    .contains(finance.email(), "finance")
                    .contains(messages.getMessage("mailKind.TASK_NOTICE", null, locale))
                    .contains(messages.getMessage("task.HyteCycle.Activity_ConfirmCalendar", null, locale));
        }
        browser.perform(get(page).with(user(finance.username().value()))).andExpect(status().isNotFound());
        browser.perform(get("/api/tasks").with(user(coordinator.username().value())))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString()).contains("· finance"));
    }

    @Test
    void everyKindOfMailHasItsName() {
        for (NotificationKind kind : NotificationKind.values()) {
            for (Locale locale : List.of(Languages.FINNISH, Languages.SWEDISH)) {
                assertThat(messages.getMessage("mailKind." + kind, null, locale))
                        .isNotBlank();
            }
        }
    }

    @Test
    void theCoordinatorIsRemindedAndTheManagerToldWhenNothingIsDone() {
        refuse(finance);
        tell(finance, "a");
        dispatcher.dispatchDue();
        OpenTask task = task();
        for (Instant moment = NOW;
                moment.isBefore(NOW.plus(Duration.ofDays(16)));
                moment = moment.plus(Duration.ofDays(1))) {
            at(moment.plusSeconds(10));
            jobs.createJobQuery()
                    .processInstanceId(task.processInstance())
                    .executable()
                    .list()
                    .forEach(job -> jobs.executeJob(job.getId()));
        }
        assertThat(jdbc.sql("""
                        select kind || ' ' || replace(recipient, '.' || municipality_code, '') from hyte.notification
                        where task_id = :task order by created_at, kind""").param("task", task.id()).query(String.class).list())
                .containsExactly(
                        "TASK_NOTICE coordinator",
                        "LAST_REMINDER coordinator",
                        "OVERDUE coordinator",
                        "ESCALATION manager");
    }

    private void fail(String recipient, String address) {
        refused.add(address);
        bench.transactions()
                .executeWithoutResult(status -> outbox.add(new OfficeMail(
                        recipient,
                        address,
                        Languages.FINNISH,
                        bench.town().code(),
                        bench.cycle().id(),
                        NotificationKind.COUNTY_DELIVERY,
                        "test:" + recipient,
                        Map.of("document", "WELFARE_PLAN"))));
        dispatcher.dispatchDue();
    }

    private void refuse(Person person) {
        refused.add(person.email());
    }

    private void tell(Person person, String name) {
        bench.tell(NotificationKind.TASK_NOTICE, bench.open(name, DUE), person);
    }

    private OpenTask task() {
        return worklist.ofCycle(bench.cycle().id()).stream()
                .filter(task -> task.task().equals(HANDLE))
                .reduce((one, other) -> {
                    throw new AssertionError("two tasks");
                })
                .orElseThrow();
    }

    private void settle(String answer, String address, String reason) {
        answer(task().id(), answer, address, reason);
    }

    private void answer(String task, String answer, String address, String reason) {
        Map<String, Object> answers = new java.util.HashMap<>();
        answers.put("undeliverableAnswer", answer);
        answers.put("newAddress", address);
        answers.put("reason", reason);
        desk.complete(task, coordinator, answers);
    }

    private Received to(Person recipient) {
        return server.received().stream()
                .filter(mail -> mail.recipient().equals(recipient.email()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
