package fi.hytekello.notification;

import fi.hytekello.Towns;
import fi.hytekello.Towns.Town;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty outbox, a year in it, people to be told of tasks, and dispatchers for the mail servers of a test. */
final class MailBench {

    static final Instant NOW = Instant.parse("2027-01-04T06:00:00Z");
    static final Instant DUE = Instant.parse("2027-01-15T14:00:00Z");

    private final Towns towns;
    private final CyclePlanning planning;
    private final Outbox outbox;
    private final Worklist worklist;
    private final MailFolding folding;
    private final MailQueue queue;
    private final MailWriter writer;
    private final UndeliverableMails undeliverable;
    private final QuietTimes quietTimes;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private Town town;
    private Cycle cycle;

    MailBench(
            Towns towns,
            CyclePlanning planning,
            Outbox outbox,
            Worklist worklist,
            MailFolding folding,
            MailQueue queue,
            MailWriter writer,
            UndeliverableMails undeliverable,
            QuietTimes quietTimes,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            Clock clock) {
        this.towns = towns;
        this.planning = planning;
        this.outbox = outbox;
        this.worklist = worklist;
        this.folding = folding;
        this.queue = queue;
        this.writer = writer;
        this.undeliverable = undeliverable;
        this.quietTimes = quietTimes;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin() {
        at(NOW);
        join();
        jdbc.sql("delete from hyte.notification where kind <> 'COUNTY_DELIVERY'")
                .update();
        jdbc.sql("delete from hyte.mail m where not exists (select from hyte.notification n where n.mail_id = m.id)")
                .update();
        // What other tests have sent and is kept for ever says nothing of the servers here.
        jdbc.sql("update hyte.mail set sent_at = created_at - interval '1 year' where sent_at is not null")
                .update();
    }

    /** Makes a town with its year beside what is there. */
    void join() {
        town = towns.make();
        cycle = planning.start(town.code(), 2027, town.person(Role.COORDINATOR));
        jdbc.sql("delete from hyte.notification where municipality_code = :code")
                .param("code", town.code().value())
                .update();
    }

    Town town() {
        return town;
    }

    Cycle cycle() {
        return cycle;
    }

    TransactionTemplate transactions() {
        return transactions;
    }

    static void at(Instant moment) {
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Somebody to write to who need not be in the register. */
    Person person(String name) {
        String username = name + "." + town.code();
        return new Person(
                new Username(username), name, name, username + "@koekunta.example", Languages.FINNISH, List.of());
    }

    OpenTask open(String name, Instant due) {
        OpenTask task = Tasks.calendar(cycle, name + "-" + cycle.id(), due);
        worklist.opened(task);
        return task;
    }

    /** A task of no step of the year, so that nothing is to be said of why its date is that day. */
    OpenTask openApart(String name, Instant due) {
        OpenTask task = Tasks.apart(cycle, name + "-" + cycle.id(), due);
        worklist.opened(task);
        return task;
    }

    void tell(NotificationKind kind, OpenTask task, Person person) {
        add(List.of(urgent(TaskNotifications.of(kind, task, Turn.of(task), person))));
    }

    /** So that it is due now: when it may leave, the outbox has been told by others. */
    private static Notification urgent(Notification told) {
        return new Notification(
                told.recipient(),
                told.municipality(),
                told.cycle(),
                told.kind(),
                told.subjectKey(),
                told.dueOn(),
                told.taskId(),
                Urgency.AT_ONCE,
                told.payload());
    }

    void add(List<Notification> notifications) {
        transactions.executeWithoutResult(status -> outbox.add(notifications));
    }

    /** Tells each of so many people of a new task of theirs. */
    List<Person> tell(int people) {
        List<Person> told = new ArrayList<>();
        for (int n = 0; n < people; n++) {
            told.add(person("p" + n));
            tell(NotificationKind.TASK_NOTICE, open("t" + n, DUE), told.get(n));
        }
        return told;
    }

    MailDispatcher dispatcher(JavaMailSenderImpl sender) {
        return dispatcher(sender, transactions, message -> {});
    }

    MailDispatcher dispatcher(JavaMailSenderImpl sender, TransactionOperations operations, SentMailListener listener) {
        return dispatcher(new StaticListableBeanFactory(Map.of("server", sender, "listener", listener)), operations);
    }

    MailDispatcher dispatcherWithoutServer() {
        return dispatcher(new StaticListableBeanFactory(), transactions);
    }

    private MailDispatcher dispatcher(StaticListableBeanFactory beans, TransactionOperations operations) {
        return new MailDispatcher(
                folding,
                queue,
                writer,
                new MailOutage(),
                undeliverable,
                quietTimes,
                beans.getBeanProvider(JavaMailSenderImpl.class),
                beans.getBeanProvider(SentMailListener.class),
                operations,
                clock);
    }

    /** How many mails fulfil the condition; {@code m} is the mail. */
    int mails(String condition) {
        return jdbc.sql("select count(*) from hyte.mail m where m.municipality_code = :municipality and " + condition)
                .param("municipality", town.code().value())
                .query(Integer.class)
                .single();
    }

    /** How many rows fulfil the condition; {@code n} is the row, {@code m} its mail where it has one. */
    int rows(String condition) {
        return jdbc.sql("""
                        select count(*) from hyte.notification n left join hyte.mail m on m.id = n.mail_id
                        where n.municipality_code = :municipality and\s""" + condition)
                .param("municipality", town.code().value())
                .query(Integer.class)
                .single();
    }

    /** Message-IDs of the mails that fulfil the condition, sorted. */
    List<String> ids(String condition) {
        return jdbc
                .sql("select '<notification-' || m.id || '@127.0.0.1>' from hyte.mail m"
                        + " where m.municipality_code = :municipality and " + condition)
                .param("municipality", town.code().value())
                .query(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }
}
