package fi.hytekello.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.WholeTest;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Every mail leaves once, whatever fails. */
@WholeTest
class DispatchTest {

    private static final Instant NOW = Instant.parse("2027-01-04T06:00:00Z");

    @Autowired
    Towns towns;

    @Autowired
    CyclePlanning planning;

    @Autowired
    Outbox outbox;

    @Autowired
    MailWriter writer;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final List<MimeMessage> heard = new ArrayList<>();
    private MailServer server;
    private Town town;
    private Cycle cycle;
    private MailDispatcher dispatcher;

    @BeforeEach
    void begin() throws IOException {
        server = new MailServer();
        at(NOW);
        town = towns.make();
        cycle = planning.start(town.code(), 2027, town.person(Role.COORDINATOR));
        jdbc.sql("delete from hyte.notification where kind <> 'COUNTY_DELIVERY'")
                .update();
        dispatcher = dispatcher(transactions);
    }

    @AfterEach
    void end() {
        server.close();
        ClockUtil.reset();
    }

    @Test
    void sendsWhatIsDueOnceAndNotesTheMessageId() {
        add(3);
        assertThat(dispatcher.dispatchDue()).isEqualTo(3);
        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(server.receivedIds()).hasSize(3).isEqualTo(ids("sent_at = :now"));
        assertThat(heard).hasSize(3);
        assertThat(server.receivedIds())
                .allSatisfy(id -> assertThat(id).matches("<notification-[0-9a-f-]{36}@127\\.0\\.0\\.1>"));
    }

    @Test
    void sendsNothingBeforeItsTime() {
        add(1);
        jdbc.sql("update hyte.notification set send_after = send_after + interval '1 second'")
                .update();
        assertThat(dispatcher.dispatchDue()).isZero();
        at(NOW.plusSeconds(1));
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
    }

    @Test
    void waitsWithoutAMailServer() {
        add(1);
        MailDispatcher without = new MailDispatcher(
                outbox,
                writer,
                new StaticListableBeanFactory().getBeanProvider(JavaMailSenderImpl.class),
                new StaticListableBeanFactory().getBeanProvider(SentMailListener.class),
                transactions,
                clock);
        assertThat(without.dispatchDue()).isZero();
        assertThat(ids("sent_at is null and attempts = 0 and last_error is null"))
                .hasSize(1);
    }

    @Test
    void sendsOnceWhenTheServerIsBackAndCountsTheOutageAgainstNoMail() {
        add(3);
        server.stop();
        for (int minute = 0; minute < 100; minute++) {
            at(NOW.plus(Duration.ofMinutes(minute)));
            assertThat(dispatcher.dispatchDue()).isZero();
        }
        assertThat(ids("attempts = 0 and gave_up_at is null and last_error like 'MailConnectException%'"))
                .hasSize(3);
        server.start();
        assertThat(dispatcher.dispatchDue()).isZero();
        at(NOW.plus(Duration.ofMinutes(100)));
        assertThat(dispatcher.dispatchDue()).isEqualTo(3);
        assertThat(server.receivedIds()).hasSize(3).doesNotHaveDuplicates();
        assertThat(ids("last_error is null and attempts = 1")).hasSize(3);
    }

    @Test
    void aRefusedMailHoldsUpNoOtherAndIsGivenUpAfterTwoDays() {
        add(1);
        add("other", town.person(Role.FINANCE));
        server.refuse(town.person(Role.COORDINATOR).email());
        Instant now = NOW;
        int tries = 0;
        while (ids("gave_up_at is not null").isEmpty()) {
            assertThat(tries).isLessThan(11);
            at(now);
            dispatcher.dispatchDue();
            tries++;
            now = jdbc.sql("select send_after from hyte.notification where sent_at is null")
                    .query(java.time.OffsetDateTime.class)
                    .single()
                    .toInstant();
        }
        assertThat(tries).isEqualTo(10);
        assertThat(Duration.between(NOW, clock.instant())).isGreaterThan(Duration.ofDays(2));
        at(NOW.plus(Duration.ofDays(30)));
        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(ids("sent_at is not null and task_id like 'other-%'")).hasSize(1);
        assertThat(jdbc.sql("select last_error from hyte.notification where gave_up_at is not null")
                        .query(String.class)
                        .single())
                .doesNotContain("@")
                .isNotBlank();
    }

    @Test
    void aMailOnWhichTheServerHangsUpHoldsUpNoOther() throws IOException {
        add("a", town.person(Role.COORDINATOR));
        add("b", town.person(Role.FINANCE));
        add("c", town.person(Role.MANAGER));
        jdbc.sql("update hyte.notification set send_after = send_after - interval '1 second' where task_id like 'b-%'")
                .update();
        try (HangingUpServer moody =
                new HangingUpServer(town.person(Role.FINANCE).email())) {
            MailDispatcher toMoody = dispatcher(moody.sender());
            assertThat(toMoody.dispatchDue()).isEqualTo(2);
            at(NOW.plus(Duration.ofMinutes(1)));
            assertThat(toMoody.dispatchDue()).isZero();
        }
        assertThat(ids("attempts = 2 and sent_at is null and task_id like 'b-%'"))
                .hasSize(1);
    }

    @Test
    void anAddressThatIsNoneHoldsUpNoOther() {
        add(2);
        jdbc.sql("update hyte.notification set address = 'no address' where task_id like 't0-%'")
                .update();
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
        assertThat(ids("attempts = 1 and send_after = :now + interval '1 minute' and last_error = 'AddressException'"))
                .hasSize(1);
    }

    @Test
    void aCrashAfterTheServerHasAcceptedRepeatsOnlyTheMailInHandUnderTheSameId() {
        add(3);
        MailDispatcher killed = dispatcher(new Killed(transactions, 2));
        assertThatThrownBy(killed::dispatchDue).hasMessage("killed");
        assertThat(dispatcher.dispatchDue()).isEqualTo(2);
        assertThat(server.receivedIds()).hasSize(4);
        assertThat(server.receivedIds().stream().distinct()).hasSize(3);
    }

    @Test
    void twoDispatchersShareTheWorkWithoutDoubles() throws Exception {
        add(240);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            List<Future<Integer>> counts = IntStream.range(0, 3)
                    .mapToObj(
                            node -> nodes.submit(() -> dispatcher(transactions).dispatchDue()))
                    .toList();
            int sent = 0;
            for (Future<Integer> count : counts) {
                sent += count.get();
            }
            assertThat(sent + dispatcher.dispatchDue()).isEqualTo(240);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(server.receivedIds()).hasSize(240).doesNotHaveDuplicates();
        assertThat(ids("sent_at is not null")).hasSize(240);
    }

    @Test
    void aListenerThatFailsDoesNotStopTheMail() {
        add(1);
        SentMailListener failing = message -> {
            throw new IllegalStateException("disk full");
        };
        assertThat(dispatcher(transactions, failing).dispatchDue()).isEqualTo(1);
        assertThat(ids("sent_at is not null")).hasSize(1);
    }

    /** Dies after the work and before the commit. */
    private record Killed(TransactionOperations real, AtomicInteger left) implements TransactionOperations {

        Killed(TransactionOperations real, int atMail) {
            this(real, new AtomicInteger(atMail));
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) throws TransactionException {
            T result = real.execute(status -> {
                T done = action.doInTransaction(status);
                if (left.decrementAndGet() == 0) {
                    status.setRollbackOnly();
                }
                return done;
            });
            if (left.get() == 0) {
                throw new IllegalStateException("killed");
            }
            return result;
        }
    }

    private MailDispatcher dispatcher(TransactionOperations operations) {
        return dispatcher(operations, heard::add);
    }

    private MailDispatcher dispatcher(TransactionOperations operations, SentMailListener listener) {
        return dispatcher(operations, listener, server.sender());
    }

    private MailDispatcher dispatcher(JavaMailSenderImpl sender) {
        return dispatcher(transactions, heard::add, sender);
    }

    private MailDispatcher dispatcher(
            TransactionOperations operations, SentMailListener listener, JavaMailSenderImpl sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("server", sender, "listener", listener));
        return new MailDispatcher(
                outbox,
                writer,
                beans.getBeanProvider(JavaMailSenderImpl.class),
                beans.getBeanProvider(SentMailListener.class),
                operations,
                clock);
    }

    private void add(int tasks) {
        for (int n = 0; n < tasks; n++) {
            add("t" + n, town.person(Role.COORDINATOR));
        }
    }

    private void add(String name, Person recipient) {
        OpenTask task = Tasks.calendar(cycle, name + "-" + cycle.id(), Instant.parse("2027-01-15T14:00:00Z"));
        transactions.executeWithoutResult(status -> outbox.add(
                List.of(TaskNotifications.of(NotificationKind.TASK_NOTICE, task, Turn.of(task), recipient))));
    }

    private static void at(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    private List<String> ids(String condition) {
        return jdbc
                .sql("select '<notification-' || id || '@127.0.0.1>' from hyte.notification where " + condition)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
