package fi.hytekello.statement;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.DeadlineMove;
import fi.hytekello.cycle.DeadlineWords;
import fi.hytekello.cycle.DeadlinesChanged;
import fi.hytekello.cycle.MilestoneKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The date of a request and the year's milestone are one: when the milestone moves, an open round goes along. */
@Component
public class RoundDeadlines {

    private final RoundTable rounds;
    private final StatementTable statements;
    private final StatementMails mails;
    private final DeadlineWords words;
    private final AuditTrail audit;

    RoundDeadlines(
            RoundTable rounds, StatementTable statements, StatementMails mails, DeadlineWords words, AuditTrail audit) {
        this.rounds = rounds;
        this.statements = statements;
        this.mails = mails;
        this.words = words;
        this.audit = audit;
    }

    /** Why the last day to answer is that day, in words; null where there is nothing to explain. */
    public @Nullable String why(Round round, Locale in) {
        return round.dueAt() == null ? null : words.of(round.cycle(), MilestoneKind.STATEMENTS, round.dueAt(), in);
    }

    /** Those who are told when the date of the round moves: who has not answered; nobody where no round is open. */
    public List<Party> told(CycleId cycle) {
        return open(cycle).map(this::waiting).orElse(List.of()).stream()
                .map(Statement::party)
                .toList();
    }

    @EventListener
    void deadlinesChanged(DeadlinesChanged event) {
        CycleId cycle = event.cycle().id();
        Optional<DeadlineMove> moved = event.change().moves().stream()
                .filter(move -> move.kind() == MilestoneKind.STATEMENTS && move.movesDue())
                .findFirst();
        Optional<Round> open = open(cycle);
        if (moved.isEmpty() || open.isEmpty()) {
            return;
        }
        DeadlineMove move = moved.get();
        rounds.extended(open.get().id(), move.effectiveAfter(), move.dueAfter());
        mails.moved(
                rounds.get(open.get().id()), waiting(open.get()), event.change().id());
        audit.record(
                event.cycle().municipality(),
                cycle.value(),
                "statements.extended",
                "statements:" + cycle,
                Map.of("due", move.effectiveAfter().toString()));
    }

    private Optional<Round> open(CycleId cycle) {
        return rounds.underWay(cycle).filter(round -> round.state() == Round.State.OPEN);
    }

    private List<Statement> waiting(Round round) {
        return statements.ofRound(round.id()).stream()
                .filter(statement -> statement.state() == Statement.State.WAITING)
                .toList();
    }
}
