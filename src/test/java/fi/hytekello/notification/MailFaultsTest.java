package fi.hytekello.notification;

import static fi.hytekello.notification.MailBench.NOW;
import static fi.hytekello.notification.MailBench.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.WholeTest;
import fi.hytekello.municipality.Person;
import fi.hytekello.notification.ScriptedServer.Act;
import fi.hytekello.notification.ScriptedServer.Received;
import fi.hytekello.notification.ScriptedServer.Script;
import fi.hytekello.notification.ScriptedServer.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever the mail server or the database does, no mail is lost and none holds up the others. */
@WholeTest
class MailFaultsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The first working morning after {@link MailBench#NOW} but one. */
    private static final Instant AFTER_EPIPHANY = Instant.parse("2027-01-07T06:00:00Z");

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    private MailBench bench;
    private ScriptedServer server;
    private MailDispatcher dispatcher;

    @BeforeEach
    void begin() throws IOException {
        bench = beans.createBean(MailBench.class);
        bench.begin();
        server = new ScriptedServer();
        dispatcher = bench.dispatcher(server.sender());
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        ClockUtil.reset();
    }

    @Test
    void whileTheServerIsAwayNothingIsPutIntoMailsAndItIsCalledOnceAMinute() throws IOException {
        server.close();
        bench.tell(3);
        for (int second = 0; second < 7200; second += 30) {
            at(NOW.plusSeconds(second));
            assertThat(dispatcher.dispatchDue()).isZero();
        }
        assertThat(bench.mails("true")).isZero();
        try (ScriptedServer back = new ScriptedServer()) {
            assertThat(bench.dispatcher(back.sender()).dispatchDue()).isEqualTo(3);
        }
        assertThat(bench.mails("m.attempts = 1 and m.last_error is null")).isEqualTo(3);
    }

    @Test
    void aGreetingOf421CountsAgainstNoMail() {
        bench.tell(2);
        server.play(always(Step.GREETING, Act.say("421 4.3.2 closing")));
        for (int minute = 0; minute < 90; minute++) {
            at(NOW.plus(MINUTE.multipliedBy(minute)));
            assertThat(dispatcher.dispatchDue()).isZero();
        }
        assertThat(server.calls()).isEqualTo(90);
        assertThat(bench.mails("true")).isZero();
        server.behave();
        at(NOW.plus(MINUTE.multipliedBy(90)));
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
    }

    @Test
    void aServerThatFallsSilentAtTheGreetingIsLeftAfterItsTime() {
        bench.tell(1);
        server.play(always(Step.GREETING, Act.SILENCE));
        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(bench.mails("true")).isZero();
        server.behave();
        assertThat(dispatcher.dispatchDue()).as("not before a minute").isZero();
        at(NOW.plus(MINUTE));
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
    }

    @Test
    void aMailOverWhichTheServerFallsSilentHoldsUpNoOther() {
        List<Person> people = bench.tell(3);
        server.play(to(people.get(1), Step.RECIPIENT, Act.SILENCE));
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
        assertThat(bench.mails("m.sent_at is null and m.attempts = 1 and m.last_error like '%SocketTimeoutException'"))
                .isEqualTo(1);
        server.behave();
        at(NOW.plus(MINUTE));
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(server.receivedIds()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aMailOnWhichTheServerHangsUpInTheMiddleHoldsUpNoOther() {
        bench.tell(3);
        server.play(toTheFirst(Step.CONTENT, Act.HANG_UP));
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
        at(NOW.plus(MINUTE));
        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(bench.mails("m.attempts = 2 and m.sent_at is null")).isEqualTo(1);
        server.behave();
        at(NOW.plus(MINUTE.multipliedBy(6)));
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(server.receivedIds()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void whatWasAcceptedWithoutAnAnswerLeavesOnceMoreAsTheSameMail() {
        List<Person> people = bench.tell(2);
        server.play(to(people.get(0), Step.END, Act.ACCEPT_AND_HANG_UP));
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        server.behave();
        at(NOW.plus(MINUTE));
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(server.received()).hasSize(3);
        assertThat(server.receivedIds().stream().distinct()).hasSize(2);
        assertSameTwice(people.get(0).email());
    }

    @Test
    void aMailRefusedForTheMomentWaitsLongerEachTimeAndIsGivenUpAfterTwoDays() {
        List<Person> people = bench.tell(2);
        server.play(to(people.get(0), Step.RECIPIENT, Act.say("452 4.2.2 <x@y.example> mailbox full")));
        int tries = 0;
        Instant now = NOW;
        while (bench.mails("m.gave_up_at is not null") == 0) {
            assertThat(tries++).isLessThan(11);
            at(now);
            dispatcher.dispatchDue();
            now = nextTry();
        }
        assertThat(tries).isEqualTo(10);
        assertThat(Duration.between(NOW, ClockUtil.getCurrentTime().toInstant()))
                .isGreaterThan(Duration.ofDays(2));
        assertThat(bench.mails("m.sent_at is not null")).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select last_error from hyte.mail where gave_up_at is not null and municipality_code = :code")
                        .param("code", bench.town().code().value())
                        .query(String.class)
                        .single())
                .isEqualTo("SMTPAddressFailedException 452 4.2.2");
    }

    @Test
    void aLoneMailOnWhichTheServerAlwaysHangsUpIsGivenUpAfterTwoDays() {
        List<Person> people = bench.tell(2);
        server.play(to(people.get(0), Step.RECIPIENT, Act.HANG_UP));
        int tries = 0;
        Instant now = NOW;
        while (bench.mails("m.gave_up_at is not null") == 0) {
            assertThat(bench.mails("m.sent_at is null and m.attempts = " + tries))
                    .isEqualTo(tries == 0 ? 0 : 1);
            assertThat(tries++).isLessThan(11);
            at(now);
            dispatcher.dispatchDue();
            now = nextTry();
        }
        assertThat(tries).isEqualTo(10);
        assertThat(bench.mails("m.sent_at is not null")).isEqualTo(1);
    }

    @Test
    void aServerThatTakesNothingFromAnybodyMakesNoAddressUndeliverable() {
        bench.tell(2);
        server.play(always(Step.SENDER, Act.say("451 4.3.1 no space left")));
        for (int day = 0; day < 20; day++) {
            at(NOW.plus(Duration.ofDays(day)));
            assertThat(dispatcher.dispatchDue()).isZero();
        }
        assertThat(bench.mails("m.gave_up_at is not null")).isZero();
        server.behave();
        at(NOW.plus(Duration.ofDays(21)));
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
    }

    @Test
    void aServerThatHangsUpOnEverybodyIsAnOutageAndNoMailIsNearerToBeingGivenUp() {
        bench.tell(5);
        server.play(always(Step.DATA, Act.HANG_UP));
        for (int minute = 0; minute < 60; minute++) {
            at(NOW.plus(MINUTE.multipliedBy(minute)));
            assertThat(dispatcher.dispatchDue()).isZero();
        }
        assertThat(bench.mails("m.attempts > 1")).isZero();
        assertThat(bench.mails("m.attempts = 1")).isEqualTo(1);
        assertThat(server.calls()).isLessThan(70);
        server.behave();
        at(NOW.plus(MINUTE.multipliedBy(70)));
        assertThat(dispatcher.dispatchDue()).isEqualTo(5);
        assertThat(server.receivedIds()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void anAddressThatDoesNotExistIsGivenUpAtOnceAndTheOthersGoOn() {
        List<Person> people = bench.tell(3);
        server.play(to(people.get(1), Step.RECIPIENT, Act.say("550 5.1.1 <who@nowhere.example> unknown")));
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
        assertThat(bench.mails("m.gave_up_at is not null and m.attempts = 1")).isEqualTo(1);
        assertThat(bench.mails("m.last_error = 'SMTPAddressFailedException 550 5.1.1'"))
                .isEqualTo(1);
    }

    @Test
    void aRefusalOfTheSenderSaysNothingOfTheAddress() {
        List<Person> people = bench.tell(2);
        server.play(to(people.get(1), Step.RECIPIENT, Act.say("550 5.7.1 we do not relay")));
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(bench.mails("m.gave_up_at is null and m.attempts = 1 and m.offered_at is null"))
                .isEqualTo(1);
    }

    @Test
    void anAddressThatIsNoneIsGivenUpAtOnceAndTheOthersGoOn() {
        bench.tell(2);
        jdbc.sql("update hyte.notification set address = 'no address' where task_id like 't0-%'")
                .update();
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(bench.mails("m.gave_up_at is not null and m.last_error = 'AddressException'"))
                .isEqualTo(1);
    }

    @Test
    void whenTheDatabaseDiesAfterTheServerHasAcceptedTheSameMailLeavesOnceMore() {
        bench.tell(3);
        server.play(second(Step.END, this::endTheBackendThatSends));
        assertThatThrownBy(dispatcher::dispatchDue).isInstanceOf(RuntimeException.class);
        assertThat(bench.mails("m.sent_at is not null")).isEqualTo(1);
        assertThat(dispatcher.dispatchDue()).as("the third was never begun").isEqualTo(1);
        at(NOW.plus(MINUTE.multipliedBy(3)));
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(server.received()).hasSize(4);
        assertThat(server.receivedIds().stream().distinct()).hasSize(3);
        assertSameTwice(server.received().get(1).recipient());
    }

    @Test
    void afterTwoDaysWithoutAServerEachPersonGetsOneMail() {
        server.play(always(Step.GREETING, Act.say("421 closing")));
        Person person = bench.person("busy");
        for (int n = 0; n < 40; n++) {
            at(NOW.plus(Duration.ofHours(n)));
            bench.tell(NotificationKind.TASK_NOTICE, bench.open("t" + n, MailBench.DUE), person);
            bench.tell(NotificationKind.TASK_NOTICE, bench.open("u" + n, MailBench.DUE), bench.person("other"));
            dispatcher.dispatchDue();
        }
        server.behave();
        at(NOW.plus(Duration.ofHours(40)));
        assertThat(dispatcher.dispatchDue()).as("at night").isZero();
        at(AFTER_EPIPHANY);
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
        assertThat(server.received())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.tasks()).hasSize(40).doesNotHaveDuplicates());
    }

    private void endTheBackendThatSends() {
        int ended = jdbc.sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where state = 'idle in transaction' and query like '%from hyte.mail m%'""").query(Integer.class).single();
        assertThat(ended).isEqualTo(1);
    }

    private void assertSameTwice(String address) {
        List<Received> twice = server.received().stream()
                .filter(mail -> mail.recipient().equals(address))
                .toList();
        assertThat(twice).hasSize(2);
        assertThat(twice.get(1).id()).isEqualTo(twice.get(0).id());
        assertThat(twice.get(1).text()).isEqualTo(twice.get(0).text());
        assertThat(date(twice.get(1))).isEqualTo(date(twice.get(0)));
    }

    private static String date(Received mail) {
        return mail.content()
                .lines()
                .filter(line -> line.startsWith("Date:"))
                .findFirst()
                .orElseThrow();
    }

    private Instant nextTry() {
        return jdbc.sql("select min(send_after) from hyte.mail where sent_at is null and municipality_code = :code")
                .param("code", bench.town().code().value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static Script always(Step step, Act act) {
        return (now, recipient) -> now == step ? act : null;
    }

    private static Script to(Person person, Step step, Act act) {
        return (now, recipient) -> now == step && recipient.equals(person.email()) ? act : null;
    }

    /** Whoever comes to the step first is answered so from then on. */
    private static Script toTheFirst(Step step, Act act) {
        AtomicReference<String> first = new AtomicReference<>();
        return (now, recipient) -> {
            if (now != step) {
                return null;
            }
            first.compareAndSet(null, recipient);
            return recipient.equals(first.get()) ? act : null;
        };
    }

    /** Does this when a mail comes to the step for the second time. */
    private static Script second(Step step, Runnable work) {
        AtomicInteger times = new AtomicInteger();
        return (now, recipient) -> {
            if (now == step && times.incrementAndGet() == 2) {
                work.run();
            }
            return null;
        };
    }
}
