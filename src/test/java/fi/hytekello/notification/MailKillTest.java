package fi.hytekello.notification;

import static fi.hytekello.notification.MailBench.DUE;
import static fi.hytekello.notification.MailBench.NOW;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fi.hytekello.WholeTest;
import fi.hytekello.notification.DispatchChild.Stop;
import fi.hytekello.notification.ScriptedServer.Act;
import fi.hytekello.notification.ScriptedServer.Received;
import fi.hytekello.notification.ScriptedServer.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * A JVM that sends mails is killed with SIGKILL at every step, again and again. None is lost; one is doubled only where
 * the server had it in hand, and then it is the same mail.
 */
@WholeTest
class MailKillTest {

    private static final int ROUNDS = 4;
    private static final int PEOPLE = 90;
    private static final int STARTED_AHEAD = 2;
    private static final Duration PAST_EVERY_LEASE = Duration.ofMinutes(10);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    HikariDataSource database;

    private final Deque<Process> started = new ArrayDeque<>();
    private final List<Process> all = new ArrayList<>();
    private final Set<String> tasks = new HashSet<>();
    private MailBench bench;
    private ScriptedServer server;
    private Instant now = NOW;
    private int kills;
    private int killedInHand;

    @BeforeEach
    void begin() throws IOException {
        bench = beans.createBean(MailBench.class);
        bench.begin();
        server = new ScriptedServer();
        for (int n = 0; n < STARTED_AHEAD; n++) {
            started.add(start());
        }
    }

    @AfterEach
    void end() throws IOException {
        all.forEach(Process::destroyForcibly);
        server.close();
        ClockUtil.reset();
    }

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void noMailIsLostAndOnlyTheOneInHandIsDoubledAsTheSame() throws Exception {
        for (int person = 0; person < PEOPLE; person++) {
            tell(person, 1 + person % 3);
        }
        for (int round = 1; round <= ROUNDS; round++) {
            killInside(Stop.BEFORE_CONNECT, 1);
            killInside(Stop.AFTER_FOLD, round);
            killAtServer(Step.CONTENT, Act.HANG_UP, round);
            killAtServer(Step.END, Act.ACCEPT_AND_HANG_UP, round);
            killInside(Stop.BEFORE_COMMIT, round);
            killInside(Stop.AFTER_COMMIT, round);
            tell(round, 2);
        }
        assertThat(kills).isGreaterThanOrEqualTo(20);
        int before = server.received().size();
        assertThat(before).as("mails that left between the kills").isBetween(ROUNDS, PEOPLE);
        finish();
        assertEveryTaskToldOnce();
        assertDoublesAreTheSame();
        assertThat(bench.rows("n.sent_at is null or m.sent_at is null")).isZero();
    }

    private void assertEveryTaskToldOnce() {
        Map<String, Set<String>> mailsByTask = new HashMap<>();
        for (Received mail : server.received()) {
            mail.tasks()
                    .forEach(task -> mailsByTask
                            .computeIfAbsent(task, id -> new HashSet<>())
                            .add(mail.id()));
        }
        assertThat(mailsByTask.keySet()).as("none lost").isEqualTo(tasks);
        assertThat(mailsByTask.values())
                .as("each in one mail")
                .allSatisfy(mails -> assertThat(mails).hasSize(1));
    }

    private void assertDoublesAreTheSame() {
        Map<String, List<Received>> byId = server.received().stream().collect(groupingBy(Received::id));
        assertThat(byId.values())
                .allSatisfy(same -> assertThat(same.stream()
                                .map(mail -> mail.recipient() + mail.text())
                                .collect(toSet()))
                        .hasSize(1));
        assertThat(server.received().size() - byId.size()).as("doubled").isEqualTo(killedInHand);
    }

    private void tell(int person, int matters) {
        for (int n = 0; n < matters; n++) {
            var task = bench.openApart("k" + tasks.size(), DUE);
            tasks.add(task.id());
            bench.tell(NotificationKind.TASK_NOTICE, task, bench.person("p" + person));
        }
    }

    /** Kills the child where it has stopped by itself. */
    private void killInside(Stop stop, int occurrence) throws Exception {
        Process child = next();
        order(child, stop, occurrence);
        assertThat(line(child)).as("%s %d", stop, occurrence).isEqualTo(DispatchChild.STOPPED);
        kill(child);
        killedInHand += stop == Stop.BEFORE_COMMIT ? 1 : 0;
    }

    /** Kills the child while the mail server talks with it. */
    private void killAtServer(Step step, Act act, int occurrence) throws Exception {
        Process child = next();
        AtomicInteger left = new AtomicInteger(occurrence);
        server.play((at, recipient) -> {
            if (at != step || left.decrementAndGet() != 0) {
                return null;
            }
            // The process itself would close what the child has said.
            child.toHandle().destroyForcibly();
            child.onExit().join();
            return act;
        });
        order(child, Stop.NOWHERE, 0);
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.inputReader(StandardCharsets.UTF_8).lines())
                .as("%s %d, after %d kills", step, occurrence, kills)
                .isEmpty();
        kill(child);
        server.behave();
        killedInHand += act.accepts() ? 1 : 0;
    }

    private void kill(Process child) {
        int signal = child.destroyForcibly().onExit().join().exitValue();
        assertThat(signal).as("killed, not ended").isEqualTo(128 + 9);
        kills++;
        now = now.plus(PAST_EVERY_LEASE);
    }

    private void finish() throws Exception {
        Process child = next();
        order(child, Stop.NOWHERE, 0);
        assertThat(line(child)).startsWith(DispatchChild.DONE);
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
    }

    private void order(Process child, Stop stop, int occurrence) throws IOException {
        child.outputWriter(StandardCharsets.UTF_8).write(now + " " + stop + " " + occurrence + "\n");
        child.outputWriter(StandardCharsets.UTF_8).flush();
    }

    /** Children start while others work: a JVM takes a second. */
    private Process next() throws IOException {
        started.add(start());
        Process child = started.remove();
        assertThat(line(child)).isEqualTo(DispatchChild.READY);
        return child;
    }

    private static String line(Process child) throws IOException {
        BufferedReader out = child.inputReader(StandardCharsets.UTF_8);
        return out.readLine();
    }

    private Process start() throws IOException {
        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DispatchChild.class.getName(),
                        database.getJdbcUrl(),
                        database.getUsername(),
                        Integer.toString(server.port()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        all.add(child);
        return child;
    }
}
