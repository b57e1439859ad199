package fi.hytekello.notification;

import static fi.hytekello.notification.MailBench.DUE;
import static fi.hytekello.notification.MailBench.NOW;
import static fi.hytekello.notification.MailBench.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.WholeTest;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.notification.ScriptedServer.Act;
import fi.hytekello.notification.ScriptedServer.Received;
import fi.hytekello.notification.ScriptedServer.Step;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for one person leaves as one mail, and only what is still true. */
@WholeTest
class DigestTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Worklist worklist;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    private MailBench bench;
    private ScriptedServer server;
    private MailDispatcher dispatcher;
    private Person person;

    @BeforeEach
    void begin() throws IOException {
        bench = beans.createBean(MailBench.class);
        bench.begin();
        server = new ScriptedServer();
        dispatcher = bench.dispatcher(server.sender());
        person = bench.person("somebody");
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        ClockUtil.reset();
    }

    @Test
    void foldsWhatIsDueToOnePersonAndSendsASingleMatterAsItIs() throws Exception {
        OpenTask late = bench.open("late", NOW.minus(Duration.ofDays(3)));
        OpenTask soon = bench.open("soon", DUE);
        bench.tell(NotificationKind.TASK_NOTICE, soon, person);
        bench.tell(NotificationKind.OVERDUE, late, person);
        bench.tell(NotificationKind.TASK_NOTICE, bench.open("one", DUE), bench.person("other"));
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
        Received digest = to(person);
        assertThat(digest.message().getSubject()).isEqualTo("Koekunta: 2 asiaa hyvinvointityössä, 1 myöhässä");
        assertThat(digest.message().getHeader("X-Hytekello-Kind")).containsExactly("DIGEST");
        assertThat(digest.message().getHeader("X-Hytekello-Told")[0].split(","))
                .containsExactlyInAnyOrder("TASK_NOTICE", "OVERDUE");
        assertThat(digest.tasks()).containsExactly(late.id(), soon.id());
        assertThat(to(bench.person("other")).message().getSubject())
                .isEqualTo("Koekunta: Vahvista vuosikalenteri – viimeistään pe 15.1.2027 klo 16.00");
        assertThat(bench.rows("n.sent_at is not null")).isEqualTo(3);
    }

    @Test
    void keepsLanguagesAddressesAndMunicipalitiesApart() {
        Person swedish = new Person(person.username(), "t", "t", person.email(), Languages.SWEDISH, List.of());
        Person elsewhere = new Person(person.username(), "t", "t", "b" + person.email(), Languages.FINNISH, List.of());
        for (Person one : List.of(person, swedish, elsewhere)) {
            bench.tell(NotificationKind.TASK_NOTICE, bench.open("a" + one.email() + one.language(), DUE), one);
            bench.tell(NotificationKind.TASK_NOTICE, bench.open("b" + one.email() + one.language(), DUE), one);
        }
        assertThat(dispatcher.dispatchDue()).isEqualTo(3);
        assertThat(server.received())
                .allSatisfy(mail -> assertThat(mail.tasks()).hasSize(2));
        MailBench other = beans.createBean(MailBench.class);
        other.join();
        bench.tell(NotificationKind.TASK_NOTICE, bench.open("here", DUE), person);
        other.tell(NotificationKind.TASK_NOTICE, other.open("there", DUE), person);
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
    }

    @Test
    void aMailWithAFileALinkOrAnEventLeavesAlone() {
        bench.transactions().executeWithoutResult(status -> {
            for (int n = 0; n < 2; n++) {
                outbox.add(new OfficeMail(
                        person.username().value(),
                        person.email(),
                        Languages.FINNISH,
                        bench.town().code(),
                        bench.cycle().id(),
                        NotificationKind.COUNTY_DELIVERY,
                        "delivery:" + n,
                        Map.of("document", "WELFARE_PLAN")));
            }
        });
        bench.tell(NotificationKind.TASK_NOTICE, bench.open("a", DUE), person);
        assertThat(dispatcher.dispatchDue()).isEqualTo(3);
        jdbc.sql("delete from hyte.notification where municipality_code = :code")
                .param("code", bench.town().code().value())
                .update();
    }

    @Test
    void saysNothingOfTasksThatAreDoneMeanwhile() {
        OpenTask done = bench.open("done", DUE);
        OpenTask open = bench.open("open", DUE);
        for (NotificationKind kind : List.of(
                NotificationKind.TASK_NOTICE,
                NotificationKind.LAST_REMINDER,
                NotificationKind.OVERDUE,
                NotificationKind.ESCALATION)) {
            bench.tell(kind, done, bench.person(kind.name().toLowerCase(Locale.ROOT)));
        }
        bench.tell(NotificationKind.TASK_NOTICE, open, person);
        worklist.closed(done.id());
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(server.received())
                .singleElement()
                .satisfies(mail -> assertThat(mail.tasks()).containsExactly(open.id()));
        assertThat(bench.rows("n.dropped_because = 'TASK_DONE' and n.sent_at is null and n.mail_id is null"))
                .isEqualTo(4);
        assertThat(dispatcher.dispatchDue()).isZero();
    }

    @Test
    void saysNothingOfDeadlinesThatArePastOrMoved() {
        OpenTask past = bench.open("past", NOW.minusSeconds(1));
        OpenTask moved = bench.open("moved", DUE);
        bench.tell(NotificationKind.LAST_REMINDER, past, bench.person("a"));
        bench.tell(NotificationKind.FIRST_REMINDER, moved, bench.person("b"));
        bench.tell(NotificationKind.TASK_NOTICE, moved, person);
        worklist.dueChanged(moved.id(), DUE.plus(Duration.ofDays(7)));
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(bench.rows("n.dropped_because = 'DEADLINE_PASSED'")).isEqualTo(1);
        assertThat(bench.rows("n.dropped_because = 'DEADLINE_MOVED'")).isEqualTo(1);
    }

    @Test
    void ofOneTaskSaysOnlyWhatPressesMost() throws Exception {
        OpenTask task = bench.open("task", NOW.minus(Duration.ofDays(1)));
        bench.tell(NotificationKind.TASK_NOTICE, task, person);
        bench.tell(NotificationKind.LAST_REMINDER, task, person);
        bench.tell(NotificationKind.OVERDUE, task, person);
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(to(person).message().getHeader("X-Hytekello-Kind")).containsExactly("OVERDUE");
        assertThat(bench.rows("n.dropped_because = 'DEADLINE_PASSED'")).isEqualTo(1);
        assertThat(bench.rows("n.dropped_because = 'SUPERSEDED'")).isEqualTo(1);
    }

    @Test
    void aReminderThatIsDroppedTakesNoOtherNewsAlong() throws Exception {
        OpenTask task = bench.open("task", NOW.minusSeconds(1));
        bench.tell(NotificationKind.TASK_NOTICE, task, person);
        bench.tell(NotificationKind.LAST_REMINDER, task, person);
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(to(person).message().getHeader("X-Hytekello-Kind")).containsExactly("TASK_NOTICE");
    }

    @Test
    void whoseMailIsRefusedGetsOneMailWithAllThatHasComeAndStillHolds() {
        OpenTask first = bench.open("first", DUE);
        OpenTask second = bench.open("second", DUE);
        OpenTask third = bench.open("third", DUE);
        bench.tell(NotificationKind.TASK_NOTICE, first, person);
        bench.tell(NotificationKind.TASK_NOTICE, second, person);
        server.play((step, recipient) -> step == Step.RECIPIENT ? Act.say("450 4.2.0 later") : null);
        assertThat(dispatcher.dispatchDue()).isZero();
        worklist.closed(first.id());
        at(NOW.plusSeconds(30));
        bench.tell(NotificationKind.TASK_NOTICE, third, person);
        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(bench.mails("true")).isEqualTo(1);
        server.behave();
        at(NOW.plus(MINUTE));
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(to(person).tasks()).containsExactlyInAnyOrder(second.id(), third.id());
    }

    @Test
    void aRefusedMailOfWhichNothingHoldsAnyMoreIsForgotten() {
        OpenTask task = bench.open("task", DUE);
        bench.tell(NotificationKind.TASK_NOTICE, task, person);
        server.play((step, recipient) -> step == Step.RECIPIENT ? Act.say("450 4.2.0 later") : null);
        dispatcher.dispatchDue();
        worklist.closed(task.id());
        server.behave();
        at(NOW.plus(MINUTE));
        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(bench.mails("true")).isZero();
        assertThat(bench.rows("n.dropped_because = 'TASK_DONE'")).isEqualTo(1);
    }

    @Test
    void whatTheServerMayHaveKeepsItsContentAlsoWhenATaskIsDoneMeanwhile() {
        OpenTask first = bench.open("first", DUE);
        OpenTask second = bench.open("second", DUE);
        bench.tell(NotificationKind.TASK_NOTICE, first, person);
        bench.tell(NotificationKind.TASK_NOTICE, second, person);
        server.play((step, recipient) -> step == Step.END ? Act.ACCEPT_AND_HANG_UP : null);
        assertThat(dispatcher.dispatchDue()).isZero();
        worklist.closed(first.id());
        bench.tell(NotificationKind.TASK_NOTICE, bench.open("third", DUE), person);
        server.behave();
        at(NOW.plus(MINUTE));
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
        List<Received> mails = server.received();
        assertThat(mails).hasSize(3);
        assertThat(mails.get(1).id()).isEqualTo(mails.get(0).id());
        assertThat(mails.get(1).text()).isEqualTo(mails.get(0).text());
        assertThat(mails.get(2).tasks()).hasSize(1);
    }

    @Test
    void whatNeverCameToTheServerIsFoldedAnew() {
        List<Person> people = List.of(bench.person("a"), bench.person("b"));
        people.forEach(one -> bench.tell(NotificationKind.TASK_NOTICE, bench.open("x" + one.email(), DUE), one));
        server.play((step, recipient) -> step == Step.GREETING && server.calls() > 1
                ? Act.say("421 closing")
                : step == Step.SENDER ? Act.HANG_UP : null);
        assertThat(dispatcher.dispatchDue()).isZero();
        people.forEach(one -> bench.tell(NotificationKind.TASK_NOTICE, bench.open("y" + one.email(), DUE), one));
        server.behave();
        at(NOW.plus(MINUTE));
        assertThat(dispatcher.dispatchDue()).isEqualTo(3);
        assertThat(server.received()).extracting(mail -> mail.tasks().size()).containsExactlyInAnyOrder(1, 1, 2);
    }

    @Test
    void withdrawnRemindersLeaveNoMoreUnlessTheServerMayHaveThem() {
        OpenTask task = bench.open("task", DUE);
        bench.tell(NotificationKind.TASK_NOTICE, task, person);
        server.play((step, recipient) -> step == Step.RECIPIENT ? Act.say("450 later") : null);
        dispatcher.dispatchDue();
        withdraw(task);
        assertThat(bench.rows("true")).isZero();
        bench.tell(NotificationKind.TASK_NOTICE, task, person);
        server.play((step, recipient) -> step == Step.END ? Act.HANG_UP : null);
        at(NOW.plus(MINUTE));
        dispatcher.dispatchDue();
        withdraw(task);
        assertThat(bench.rows("n.mail_id is not null")).isEqualTo(1);
    }

    private void withdraw(OpenTask task) {
        bench.transactions()
                .executeWithoutResult(
                        status -> outbox.withdraw(List.of("task:" + task.id()), NotificationKind.TASK_NOTICE));
    }

    private Received to(Person recipient) {
        return server.received().stream()
                .filter(mail -> mail.recipient().equals(recipient.email()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
