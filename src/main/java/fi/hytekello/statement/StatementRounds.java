package fi.hytekello.statement;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.DeadlineChange;
import fi.hytekello.cycle.DeadlineChanges;
import fi.hytekello.cycle.Milestone;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.decision.Documents;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rounds of statements of a cycle: request, deadline, closing, replies (domain chapter 2.5, row 7). */
@Service
public class StatementRounds {

    /** Calendar days that those asked should have at least and at most (domain chapter 2.5, row 7). */
    public static final int SHORTEST_ADVISED = 21;

    public static final int LONGEST_ADVISED = 30;

    /** Working days without which no council can meet. */
    public static final int SHORTEST = 5;

    private static final int LONGEST_REASON = 2000;

    private final RoundTable rounds;
    private final StatementTable statements;
    private final Parties parties;
    private final RequestCheck check;
    private final StatementMails mails;
    private final Documents documents;
    private final Cycles cycles;
    private final DeadlineChanges deadlines;
    private final Milestones milestones;
    private final BusinessDays businessDays;
    private final AuditTrail audit;
    private final Clock clock;

    StatementRounds(
            RoundTable rounds,
            StatementTable statements,
            Parties parties,
            RequestCheck check,
            StatementMails mails,
            Documents documents,
            Cycles cycles,
            DeadlineChanges deadlines,
            Milestones milestones,
            BusinessDays businessDays,
            AuditTrail audit,
            Clock clock) {
        this.rounds = rounds;
        this.statements = statements;
        this.parties = parties;
        this.check = check;
        this.mails = mails;
        this.documents = documents;
        this.cycles = cycles;
        this.deadlines = deadlines;
        this.milestones = milestones;
        this.businessDays = businessDays;
        this.audit = audit;
        this.clock = clock;
    }

    /** The preparation begins: a request on the newest version, to all valid parties. Safe to call again. */
    @Transactional
    public void prepare(CycleId cycle) {
        if (rounds.underWay(cycle).isPresent()) {
            return;
        }
        var municipality = cycles.get(cycle).municipality();
        int version = documents
                .currentNumber(cycle, Subject.WELFARE_REPORT)
                .orElseThrow(() -> new NotFound("problem.report.unknown"));
        long id = rounds.prepare(cycle, version, municipality);
        statements.choose(
                id,
                parties.validOn(municipality, today()).stream().map(Party::id).toList());
    }

    /** The round under way. @throws NotFound when there is none */
    public Round current(CycleId cycle) {
        return rounds.underWay(cycle).orElseThrow(() -> new NotFound("problem.statements.none"));
    }

    public List<Question> questions(Round round) {
        return rounds.questions(round.id());
    }

    /** Councils first. */
    public List<Statement> statements(Round round) {
        return statements.ofRound(round.id());
    }

    /** The last earlier round in which statements were asked in this cycle. */
    public Optional<Round> lastAsked(CycleId cycle) {
        return rounds.of(cycle).stream()
                .filter(round -> round.requestedAt() != null && round.state() == Round.State.REPLIED)
                .reduce((earlier, later) -> later);
    }

    /** The milestone, but neither sooner nor later than advised, on a working day. */
    public LocalDate suggestedDue(CycleId cycle) {
        LocalDate planned = milestones.get(cycle, MilestoneKind.STATEMENTS).effectiveOn();
        LocalDate soonest = today().plusDays(SHORTEST_ADVISED);
        LocalDate latest = today().plusDays(LONGEST_ADVISED);
        return businessDays.next(planned.isBefore(soonest) ? soonest : planned.isAfter(latest) ? latest : planned);
    }

    /** True where those asked get fewer days than advised. */
    public boolean isShort(LocalDate dueOn) {
        return dueOn.isBefore(today().plusDays(SHORTEST_ADVISED));
    }

    /**
     * Keeps the request as far as it is written; nothing is sent.
     *
     * @throws Conflict when somebody else has changed it meanwhile
     * @throws InvalidInput when a text is too long
     */
    @Transactional
    public void draft(CycleId cycle, RequestDraft draft) {
        check.lengths(draft);
        Round round = current(cycle);
        if (!rounds.draft(round.id(), draft)) {
            throw new Conflict("problem.request.changed");
        }
        statements.choose(round.id(), draft.parties());
    }

    /**
     * Sends the request to all chosen, with a link for each, or skips the round.
     *
     * @throws InvalidInput naming what is missing: parties, questions, the date, or the reason for leaving out a council
     */
    @Transactional
    public void request(CycleId cycle, boolean asked, Username by) {
        Round round = current(cycle);
        if (!asked) {
            if (round.reason() == null) {
                throw new InvalidInput("requestReason", "problem.request.reason");
            }
            rounds.ended(round.id(), Round.State.SKIPPED, null);
            audit(cycle, "statements.skipped", Map.of("version", round.versionNumber()));
            return;
        }
        List<Statement> chosen = statements(round);
        LocalDate dueOn = check.complete(
                round,
                questions(round),
                chosen,
                parties.validOn(cycles.get(cycle).municipality(), today()));
        deadlines.follow(cycle, MilestoneKind.STATEMENTS, dueOn, DeadlineChange.Cause.STATEMENT_REQUEST, by);
        Milestone moved = milestones.get(cycle, MilestoneKind.STATEMENTS);
        rounds.opened(round.id(), moved.effectiveOn(), moved.dueAt());
        mails.request(rounds.get(round.id()), chosen);
        audit(
                cycle,
                "statements.requested",
                Map.of(
                        "version",
                        round.versionNumber(),
                        "parties",
                        chosen.size(),
                        "due",
                        moved.effectiveOn().toString()));
    }

    /**
     * The deadline has passed and statements are missing: a new deadline, of which those who have not answered are told.
     *
     * @throws InvalidInput when the date is missing or not after today
     */
    @Transactional
    public void extend(CycleId cycle, @Nullable LocalDate dueOn, Username by) {
        if (dueOn == null) {
            throw new InvalidInput("newDueOn", "problem.answer.missing");
        }
        if (!dueOn.isAfter(today())) {
            throw new InvalidInput("newDueOn", "problem.extension.past");
        }
        deadlines.follow(cycle, MilestoneKind.STATEMENTS, dueOn, DeadlineChange.Cause.STATEMENT_EXTENSION, by);
    }

    /** Goes on without the missing statements. @throws InvalidInput when there is no reason */
    @Transactional
    public void close(CycleId cycle, @Nullable String reason) {
        if (reason == null) {
            throw new InvalidInput("closingReason", "problem.closing.reason");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new InvalidInput("closingReason", "problem.answer.long", LONGEST_REASON, reason.length());
        }
        Round round = current(cycle);
        rounds.ended(round.id(), Round.State.CLOSED, reason);
        mails.noMoreReminders(statements(round));
        audit(cycle, "statements.closed", Map.of("missing", waiting(round).size()));
    }

    /**
     * All replies are written; from now on nothing of the round changes.
     *
     * @param draftChanges whether the draft goes back to be changed
     * @throws InvalidInput when a statement lacks its reply, was corrected after it, or changed the draft though nothing
     *     is to be changed
     */
    @Transactional
    public void finish(CycleId cycle, boolean draftChanges) {
        Round round = current(cycle);
        List<Statement> all = statements(round);
        all.stream().filter(Statement::lacksReply).findFirst().ifPresent(lacking -> {
            throw new InvalidInput(
                    "reply-" + lacking.id(),
                    lacking.reply().text().isBlank() ? "problem.reply.missing" : "problem.reply.corrected",
                    lacking.party().name(LocaleContextHolder.getLocale()));
        });
        if (!draftChanges && all.stream().anyMatch(one -> one.reply().changedDraft())) {
            throw new InvalidInput("draftOutcome", "problem.reply.outcome");
        }
        rounds.ended(round.id(), Round.State.REPLIED, null);
        mails.noMoreReminders(all);
        audit(cycle, "statements.replied", Map.of("draftChanges", draftChanges));
    }

    /** All rounds but one that is still being prepared. */
    public StatementAppendix appendix(CycleId cycle) {
        List<Round> shown = rounds.of(cycle).stream()
                .filter(round -> round.state() != Round.State.PREPARING)
                .toList();
        Map<Long, List<Question>> questions =
                rounds.questions(shown.stream().map(Round::id).toList());
        List<Statement> all = statements.ofCycle(cycle);
        return new StatementAppendix(
                cycle,
                shown.stream()
                        .map(round -> new StatementAppendix.Part(
                                round,
                                questions.getOrDefault(round.id(), List.of()),
                                round.state() == Round.State.SKIPPED
                                        ? List.of()
                                        : all.stream()
                                                .filter(one -> one.round() == round.id())
                                                .toList()))
                        .toList());
    }

    private List<Statement> waiting(Round round) {
        return statements(round).stream()
                .filter(statement -> statement.state() == Statement.State.WAITING)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }

    private void audit(CycleId cycle, String action, Map<String, ?> details) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, "statements:" + cycle, details);
    }
}
