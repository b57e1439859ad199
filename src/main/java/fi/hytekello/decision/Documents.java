package fi.hytekello.decision;

import fi.hytekello.cycle.CycleId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Versions of the documents that are decided on. A return opens a new version; none is ever overwritten. */
@Repository
public class Documents {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Documents(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A new version of a document is open; {@code previous} is 0 for the first. Published in its transaction. */
    public record VersionOpened(CycleId cycle, Subject subject, int previous, int number) {}

    /** Number of the newest version, empty while there is no document. */
    public Optional<Integer> currentNumber(CycleId cycle, Subject subject) {
        return jdbc.sql("""
                        select number from hyte.document_version where cycle_id = :cycle and subject = :subject
                        order by number desc limit 1""")
                .param("cycle", cycle.value())
                .param("subject", subject.name())
                .query(Integer.class)
                .optional();
    }

    /** Opens the first version where there is none; safe to call again. */
    @Transactional
    public int ensureOpen(CycleId cycle, Subject subject) {
        return currentNumber(cycle, subject).orElseGet(() -> open(cycle, subject, 0));
    }

    /** Opens the next version. */
    @Transactional
    public int openNext(CycleId cycle, Subject subject) {
        return open(cycle, subject, currentNumber(cycle, subject).orElse(0));
    }

    /**
     * Opens the version in which the preparers mend what the board returned. What the council returns goes to the board
     * as it is, and a department's return has no document version.
     */
    @Transactional
    public void decided(Decision decision) {
        if (decision.decidedBy() == DecidedBy.BOARD && decision.outcome() == Outcome.RETURNED) {
            openNext(decision.cycle(), decision.subject());
        }
    }

    private int open(CycleId cycle, Subject subject, int previous) {
        jdbc.sql("""
                        insert into hyte.document_version (cycle_id, subject, number, created_at)
                        values (:cycle, :subject, :number, :now)""")
                .param("cycle", cycle.value())
                .param("subject", subject.name())
                .param("number", previous + 1)
                .param("now", OffsetDateTime.now(clock))
                .update();
        events.publishEvent(new VersionOpened(cycle, subject, previous, previous + 1));
        return previous + 1;
    }
}
