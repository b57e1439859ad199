package fi.hytekello.statement;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.Outbox;
import fi.hytekello.notification.OutsideNotice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Writes to those asked: the request at once, reminders 10, 3 and 1 working days before the deadline. The reminders lie
 * in the outbox until their day and are taken out again when they are not needed any more.
 */
@Component
class StatementMails {

    private static final List<Integer> REMINDERS = List.of(10, 3, 1);

    private final Outbox outbox;
    private final BusinessDays businessDays;
    private final Mornings mornings;
    private final Clock clock;

    StatementMails(Outbox outbox, BusinessDays businessDays, Mornings mornings, Clock clock) {
        this.outbox = outbox;
        this.businessDays = businessDays;
        this.mornings = mornings;
        this.clock = clock;
    }

    void request(Round round, List<Statement> asked) {
        send(round, asked, NotificationKind.STATEMENT_REQUEST, "");
    }

    /** The deadline is another now; told once for each change, also when it comes back to a day it had before. */
    void moved(Round round, List<Statement> waiting, long change) {
        noMoreReminders(waiting);
        send(round, waiting, NotificationKind.STATEMENT_EXTENSION, ":change:" + change);
    }

    void noMoreReminders(Collection<Statement> statements) {
        outbox.withdraw(statements.stream().map(StatementMails::key).toList(), NotificationKind.STATEMENT_REMINDER);
    }

    private void send(Round round, List<Statement> statements, NotificationKind kind, String occasion) {
        Instant now = clock.instant();
        LocalDate due = Objects.requireNonNull(round.dueOn());
        List<LocalDate> reminders = REMINDERS.stream()
                .map(days -> businessDays.minus(due, days))
                .filter(day -> mornings.of(day).isAfter(now))
                .filter(day -> day.isAfter(LocalDate.ofInstant(now, Finland.ZONE)))
                .toList();
        outbox.addOutside(statements.stream()
                .flatMap(statement -> Stream.concat(
                        Stream.of(notice(statement, kind, key(statement) + occasion, due, now)),
                        reminders.stream()
                                .map(day -> notice(
                                        statement,
                                        NotificationKind.STATEMENT_REMINDER,
                                        key(statement),
                                        day,
                                        mornings.of(day)))))
                .toList());
    }

    private static OutsideNotice notice(
            Statement statement, NotificationKind kind, String subject, LocalDate on, Instant sendAfter) {
        Party party = statement.party();
        return new OutsideNotice(
                "party:" + party.id(),
                party.email(),
                party.language(),
                party.municipality(),
                statement.cycle(),
                kind,
                subject,
                on,
                sendAfter,
                Map.of("statement", Long.toString(statement.id())));
    }

    private static String key(Statement statement) {
        return "statement:" + statement.id();
    }
}
