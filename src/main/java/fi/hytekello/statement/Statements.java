package fi.hytekello.statement;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The single statements of a round: given through the link or recorded by the secretary, corrected, replied to. */
@Service
public class Statements {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_ANSWER = 5000;
    private static final int LONGEST_REPLY = 10_000;

    private final StatementTable table;
    private final RoundTable rounds;
    private final StatementMails mails;
    private final StatementProcess process;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final Clock clock;

    Statements(
            StatementTable table,
            RoundTable rounds,
            StatementMails mails,
            StatementProcess process,
            Cycles cycles,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.rounds = rounds;
        this.mails = mails;
        this.process = process;
        this.cycles = cycles;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is written. */
    public record Written(String text, Map<Integer, String> answers) {

        /** Lines end in one way, empty answers are none. */
        public Written {
            text = clean(text);
            Map<Integer, String> given = new HashMap<>();
            answers.forEach((question, answer) -> given.put(question, clean(answer)));
            given.values().removeIf(String::isEmpty);
            answers = Map.copyOf(given);
        }

        boolean isEmpty() {
            return text.isEmpty() && answers.isEmpty();
        }

        private static String clean(String text) {
            return text.replace("\r\n", "\n").strip();
        }
    }

    /** @throws NotFound when there is none */
    public Statement get(long id) {
        return table.find(id).orElseThrow(() -> new NotFound("problem.statement.unknown"));
    }

    /** The statement that a task of the secretary waits for. @throws NotFound when there is none */
    public Statement ofTask(String taskId) {
        return table.ofTask(taskId).orElseThrow(() -> new NotFound("problem.statement.unknown"));
    }

    public Round roundOf(Statement statement) {
        return rounds.get(statement.round());
    }

    /** The questions that this party was asked, in their order. */
    public List<Question> questionsOf(Statement statement) {
        return rounds.questions(statement.round()).stream()
                .filter(question -> question.isFor(statement.party().kind()))
                .toList();
    }

    /** The secretary's task for this statement has come. */
    @Transactional
    public void taskOpened(long id, String taskId) {
        table.taskOpened(id, taskId);
    }

    /** Whether the party may now give or correct its statement through the link. */
    public boolean isOpen(Statement statement) {
        Round round = roundOf(statement);
        return round.state() == Round.State.OPEN
                && (statement.state() != Statement.State.GIVEN || !round.isLate(clock.instant()));
    }

    /**
     * The party answers through its link, or corrects what it answered; late answers are taken and marked until the
     * round is closed, corrections until the deadline.
     *
     * @param version the version of the statement that the writer saw
     * @throws Conflict when the round is closed, the time of corrections is over, or the statement has changed
     * @throws InvalidInput when nothing or too much is written
     */
    @Transactional
    public void answer(long id, Written written, int version) {
        Statement before = get(id);
        if (!isOpen(before)) {
            throw new Conflict(
                    roundOf(before).state() == Round.State.OPEN
                            ? "problem.statement.corrections"
                            : "problem.statement.closed");
        }
        check(written);
        if (!table.write(id, written.text(), written.answers(), null, version)) {
            throw new Conflict("problem.statement.changed");
        }
        Instant now = clock.instant();
        table.given(
                id,
                Statement.Via.LINK,
                LocalDate.ofInstant(now, Finland.ZONE),
                now,
                roundOf(before).isLate(now));
        mails.noMoreReminders(List.of(before));
        audit(before, before.state() == Statement.State.GIVEN ? "statement.corrected" : "statement.given");
        if (before.taskId() != null) {
            process.given(before.taskId());
        }
    }

    /**
     * The secretary writes down a statement that came otherwise; it counts when {@link #record} follows.
     *
     * @throws Conflict when the party has meanwhile answered through its link, or another secretary has written
     * @throws InvalidInput when too much is written
     */
    @Transactional
    public void write(long id, Written written, @Nullable LocalDate receivedOn, int version) {
        lengths(written);
        Statement before = get(id);
        if (before.state() != Statement.State.WAITING
                || !table.write(id, written.text(), written.answers(), receivedOn, version)) {
            throw new Conflict("problem.statement.changed");
        }
    }

    /**
     * The secretary has recorded the statement, or that none is given.
     *
     * @throws InvalidInput when the statement is empty, or its day of arrival is missing, in the future or before the
     *     request
     */
    @Transactional
    public void record(String taskId, boolean given) {
        Statement statement = ofTask(taskId);
        Round round = roundOf(statement);
        Instant now = clock.instant();
        if (given) {
            check(new Written(statement.text(), statement.answers()));
            LocalDate received = arrival(statement, round, LocalDate.ofInstant(now, Finland.ZONE));
            boolean late = round.dueOn() != null && received.isAfter(round.dueOn());
            table.given(statement.id(), Statement.Via.SECRETARY, received, now, late);
        } else {
            table.notGiven(statement.id(), now);
        }
        mails.noMoreReminders(List.of(statement));
        audit(statement, given ? "statement.recorded" : "statement.notGiven");
    }

    /**
     * The coordinator's reply.
     *
     * @param version the version of the statement that the coordinator read
     * @throws Conflict when the statement was corrected meanwhile, or the replies are already finished
     */
    @Transactional
    public void reply(long id, String reply, boolean changedDraft, int version) {
        String text = reply.replace("\r\n", "\n").strip();
        if (text.length() > LONGEST_REPLY) {
            throw new InvalidInput("reply-" + id, "problem.answer.long", LONGEST_REPLY, text.length());
        }
        Statement statement = get(id);
        if (roundOf(statement).state() == Round.State.REPLIED) {
            throw new Conflict("problem.reply.finished");
        }
        if (!table.reply(id, text, changedDraft, version)) {
            throw new Conflict("problem.reply.changed");
        }
        audit(statement, "statement.replied");
    }

    private static LocalDate arrival(Statement statement, Round round, LocalDate today) {
        LocalDate received = statement.receivedOn();
        if (received == null) {
            throw new InvalidInput("receivedOn", "problem.answer.missing");
        }
        if (received.isAfter(today)) {
            throw new InvalidInput("receivedOn", "problem.statement.future");
        }
        Instant asked = round.requestedAt();
        if (asked != null && received.isBefore(LocalDate.ofInstant(asked, Finland.ZONE))) {
            throw new InvalidInput("receivedOn", "problem.statement.before");
        }
        return received;
    }

    private static void check(Written written) {
        lengths(written);
        if (written.isEmpty()) {
            throw new InvalidInput("statementText", "problem.statement.empty");
        }
    }

    private static void lengths(Written written) {
        if (written.text().length() > LONGEST_TEXT) {
            throw new InvalidInput(
                    "statementText",
                    "problem.answer.long",
                    LONGEST_TEXT,
                    written.text().length());
        }
        written.answers().forEach((question, answer) -> {
            if (answer.length() > LONGEST_ANSWER) {
                throw new InvalidInput("answer-" + question, "problem.answer.long", LONGEST_ANSWER, answer.length());
            }
        });
    }

    private void audit(Statement statement, String action) {
        audit.record(
                cycles.get(statement.cycle()).municipality(),
                statement.cycle().value(),
                action,
                "statement:" + statement.id(),
                Map.of("party", statement.party().id()));
    }
}
