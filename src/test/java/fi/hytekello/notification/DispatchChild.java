package fi.hytekello.notification;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.municipality.OfficeWords;
import fi.hytekello.platform.Dates;
import jakarta.mail.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A JVM that sends what is due, to be killed. Waits for a line with the moment of its clock, a step and a number; when
 * it has come to that step that often, it says so and goes no further.
 */
final class DispatchChild {

    /** Where the child itself can stop; in the middle of the content, the mail server of the test stops it. */
    enum Stop {
        BEFORE_CONNECT,
        AFTER_FOLD,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        NOWHERE
    }

    static final String READY = "READY";
    static final String STOPPED = "STOPPED";
    static final String DONE = "DONE";

    private static final BusinessDays DAYS = new BusinessDays();

    private static final Hook HOOK = new Hook();

    private static final UndeliverableProcess NO_PROCESS = (id, municipality, cycle) -> {
        throw new IllegalStateException("No mail is undeliverable here");
    };

    private DispatchChild() {}

    /** @param arguments URL and user of the database, port of the mail server */
    public static void main(String[] arguments) throws IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        try (HikariDataSource pool = pool(arguments[0], arguments[1])) {
            MailDispatcher dispatcher = dispatcher(pool, Integer.parseInt(arguments[2]));
            say(READY);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String[] order = in.readLine().split(" ", -1);
            HOOK.now = Instant.parse(order[0]);
            HOOK.stop = Stop.valueOf(order[1]);
            HOOK.left.set(Integer.parseInt(order[2]));
            say(DONE + " " + dispatcher.dispatchDue());
        }
    }

    private static HikariDataSource pool(String url, String user) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(1);
        return pool;
    }

    /** Put together by hand: a context would double the time of the start. */
    private static MailDispatcher dispatcher(DataSource pool, int port) {
        JdbcClient jdbc = JdbcClient.create(pool);
        TransactionTemplate real = new TransactionTemplate(new JdbcTransactionManager(pool));
        Stopping transactions = new Stopping(real);
        Clock clock = ((InstantSource) () -> HOOK.now).withZone(ZoneOffset.UTC);
        MailFolding folding = new MailFolding(jdbc, new Letters(jdbc, new ObjectMapper())) {
            @Override
            Batch offer(Instant now, int limit) {
                return real.execute(status -> super.offer(now, limit));
            }
        };
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("server", server(port)));
        return new MailDispatcher(
                folding,
                new MailQueue(jdbc),
                writer(),
                new MailOutage(),
                new UndeliverableMails(new UndeliverableTable(jdbc), NO_PROCESS, null, null, null, transactions, clock),
                new QuietTimes(DAYS, new Mornings(DAYS), new OfficeHours(LocalTime.of(7, 0), LocalTime.of(18, 0))),
                beans.getBeanProvider(JavaMailSenderImpl.class),
                beans.getBeanProvider(SentMailListener.class),
                transactions,
                clock);
    }

    private static MailWriter writer() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/notification", "messages/decision", "messages/cycle");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        SiteSettings site = new SiteSettings(URI.create("http://127.0.0.1:8080"));
        MailWords words = new MailWords(messages, new OfficeWords(messages), site);
        Dates dates = new Dates();
        ReminderSchedule schedule = new ReminderSchedule(() -> situation -> List.of(), DAYS, new Mornings(DAYS));
        MailTexts texts = new MailTexts(List.of(new TaskMails(words, dates, null, schedule)), words);
        return new MailWriter(
                texts,
                new DigestTexts(words, messages, dates),
                new MailTemplates(messages),
                new MailSettings("Hytekello <hytekello@localhost>", null, true),
                site);
    }

    /** More patient than the other tests' clients: it is killed while it waits for an answer. */
    private static JavaMailSenderImpl server(int port) {
        JavaMailSenderImpl server = new JavaMailSenderImpl() {
            @Override
            public synchronized Session getSession() {
                HOOK.at(Stop.BEFORE_CONNECT);
                return super.getSession();
            }
        };
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.getJavaMailProperties().setProperty("mail.smtp.timeout", "30000");
        return server;
    }

    private static void say(String text) {
        System.out.println(text);
        System.out.flush();
    }

    private static final class Hook {

        private final AtomicInteger left = new AtomicInteger();
        private volatile Instant now = Instant.EPOCH;
        private volatile Stop stop = Stop.NOWHERE;

        /** Comes back only when it is not yet the time to be killed. */
        void at(Stop step) {
            if (step != stop || left.decrementAndGet() > 0) {
                return;
            }
            say(STOPPED);
            try {
                while (System.in.read() >= 0) {
                    // Only the end of the process ends this.
                }
            } catch (IOException parentGone) {
                throw new UncheckedIOException(parentGone);
            }
        }
    }

    /** Runs transactions, and stops where it is told. */
    private record Stopping(TransactionTemplate real) implements TransactionOperations {

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            HOOK.at(Stop.AFTER_FOLD);
            T result = real.execute(status -> {
                T done = action.doInTransaction(status);
                HOOK.at(Stop.BEFORE_COMMIT);
                return done;
            });
            HOOK.at(Stop.AFTER_COMMIT);
            return result;
        }
    }
}
