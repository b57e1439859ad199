package fi.hytekello.notification;

import static fi.hytekello.notification.MailBench.NOW;
import static fi.hytekello.notification.MailBench.at;
import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.WholeTest;
import fi.hytekello.municipality.Person;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every mail leaves once and in its time. */
@WholeTest
class DispatchTest {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    private final List<MimeMessage> heard = new ArrayList<>();
    private MailBench bench;
    private MailServer server;
    private MailDispatcher dispatcher;

    @BeforeEach
    void begin() throws IOException {
        bench = beans.createBean(MailBench.class);
        bench.begin();
        server = new MailServer();
        dispatcher = bench.dispatcher(server.sender(), bench.transactions(), heard::add);
    }

    @AfterEach
    void end() {
        server.close();
        ClockUtil.reset();
    }

    @Test
    void sendsWhatIsDueOnceAndNotesTheMessageId() {
        bench.tell(3);
        assertThat(dispatcher.dispatchDue()).isEqualTo(3);
        assertThat(dispatcher.dispatchDue()).isZero();
        assertThat(server.receivedIds()).hasSize(3).isEqualTo(bench.ids("m.sent_at is not null and m.attempts = 1"));
        assertThat(bench.rows("n.sent_at = '2027-01-04T06:00:00Z'")).isEqualTo(3);
        assertThat(heard).hasSize(3);
        assertThat(server.receivedIds())
                .allSatisfy(id -> assertThat(id).matches("<notification-[0-9a-f-]{36}@127\\.0\\.0\\.1>"));
    }

    @Test
    void sendsNothingBeforeItsTime() {
        bench.tell(1);
        jdbc.sql("update hyte.notification set send_after = send_after + interval '1 second'")
                .update();
        assertThat(dispatcher.dispatchDue()).isZero();
        at(NOW.plusSeconds(1));
        assertThat(dispatcher.dispatchDue()).isEqualTo(1);
    }

    @Test
    void waitsWithoutAMailServer() {
        bench.tell(1);
        assertThat(bench.dispatcherWithoutServer().dispatchDue()).isZero();
        assertThat(bench.rows("n.sent_at is null and n.mail_id is null")).isEqualTo(1);
    }

    @Test
    void severalDispatchersShareTheWorkWithoutDoublesWhileMoreComes() throws Exception {
        int people = 100;
        List<Person> told =
                IntStream.range(0, people).mapToObj(n -> bench.person("p" + n)).toList();
        for (int round = 0; round < 2; round++) {
            tellEach(told, round);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try (ScriptedServer fast = new ScriptedServer()) {
            List<Future<?>> work = new ArrayList<>();
            for (int node = 0; node < 3; node++) {
                MailDispatcher one = bench.dispatcher(fast.sender());
                work.add(nodes.submit(() -> IntStream.range(0, 20).forEach(again -> one.dispatchDue())));
            }
            work.add(nodes.submit(() -> tellEach(told, 2)));
            for (Future<?> done : work) {
                done.get();
            }
            bench.dispatcher(fast.sender()).dispatchDue();
            assertThat(fast.receivedIds()).doesNotHaveDuplicates().isEqualTo(bench.ids("m.sent_at is not null"));
            assertThat(fast.received().stream().flatMap(mail -> mail.tasks().stream()))
                    .as("every task told once")
                    .hasSize(3 * people)
                    .doesNotHaveDuplicates();
        } finally {
            nodes.shutdownNow();
        }
        assertThat(bench.rows("n.sent_at is not null")).isEqualTo(3 * people);
    }

    private void tellEach(List<Person> people, int round) {
        for (int n = 0; n < people.size(); n++) {
            bench.tell(NotificationKind.TASK_NOTICE, bench.open("t" + round + "x" + n, MailBench.DUE), people.get(n));
        }
    }

    @Test
    void aListenerThatFailsDoesNotStopTheMail() {
        bench.tell(1);
        SentMailListener failing = message -> {
            throw new IllegalStateException("disk full");
        };
        assertThat(bench.dispatcher(server.sender(), bench.transactions(), failing)
                        .dispatchDue())
                .isEqualTo(1);
        assertThat(bench.mails("m.sent_at is not null")).isEqualTo(1);
    }
}
