package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.Composition;
import fi.hytekello.body.CompositionFinding;
import fi.hytekello.body.Compositions;
import fi.hytekello.body.MembershipDraft;
import fi.hytekello.body.Memberships;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Composes a body of those whom the organisations named, and records their appointment (R3-03 … R3-05). */
@Service
public class RoundComposing {

    private final Rounds rounds;
    private final RoundEnds ends;
    private final RequestTable requests;
    private final RequestMails mails;
    private final RequestProcess process;
    private final NomineeTable nominees;
    private final Nominees named;
    private final RoundNotices notices;
    private final QuotaStatements statements;
    private final Bodies bodies;
    private final Compositions compositions;
    private final Memberships memberships;
    private final AuditTrail audit;
    private final Clock clock;

    RoundComposing(
            Rounds rounds,
            RoundEnds ends,
            RequestTable requests,
            RequestMails mails,
            RequestProcess process,
            NomineeTable nominees,
            Nominees named,
            RoundNotices notices,
            QuotaStatements statements,
            Bodies bodies,
            Compositions compositions,
            Memberships memberships,
            AuditTrail audit,
            Clock clock) {
        this.rounds = rounds;
        this.ends = ends;
        this.requests = requests;
        this.mails = mails;
        this.process = process;
        this.nominees = nominees;
        this.named = named;
        this.notices = notices;
        this.statements = statements;
        this.bodies = bodies;
        this.compositions = compositions;
        this.memberships = memberships;
        this.audit = audit;
        this.clock = clock;
    }

    /** How the body would be composed of those named alone, without those who are left out. */
    public Composition composition(Round round, boolean excused) {
        return composition(round, drafts(round.id(), rounds.today(), null), excused);
    }

    /** The decision by which a round was composed; none before. */
    public Optional<Appointment> appointment(RoundId round) {
        return ends.appointment(round);
    }

    /**
     * Somebody who is named will not be appointed, or will be after all: such as one whom two organisations name.
     *
     * @throws Conflict when nobody of this id has a seat, or the round has ended
     */
    @Transactional
    public void leaveOut(RoundId id, long nominee, boolean out) {
        Round round = rounds.get(id);
        if (round.state() != RoundState.OPEN || !nominees.leaveOut(id, nominee, out)) {
            throw new Conflict("problem.nominee.gone");
        }
        String action = out ? "nominee.leftOut" : "nominee.taken";
        audit.record(round.keeper(), null, action, RoundNotices.PREFIX + nominee, Map.of());
    }

    /**
     * Records the appointment, makes those named members and deputies of the body, tells everybody and keeps the
     * statement on the quota.
     *
     * @throws InvalidInput naming the field that is missing or wrong; a missed quota that the body enforces needs its
     *     reason
     * @throws Conflict when nobody is named, an answer or a replacement is still awaited, or it has been composed already
     */
    @Transactional
    public void confirm(RoundId id, Appointment appointment, Person by) {
        appointment.check(rounds.today());
        Round round = rounds.get(id);
        List<MembershipDraft> members = drafts(id, appointment.begins(), appointment.until());
        boolean excused = !appointment.quotaReason().isEmpty();
        Composition composition = checked(round, members, excused);
        if (!ends.composed(id, appointment, clock.instant())) {
            throw new Conflict("problem.task.gone");
        }
        nominees.appoint(id);
        memberships.addAll(round.keeper(), round.body(), members, by);
        statements.freeze(round, composition, appointment);
        notices.composed(id, round.keeper(), Objects.requireNonNull(appointment.on()));
        audit.record(
                round.keeper(),
                null,
                "nomination.composed",
                round.matter(),
                Map.of("members", members.size(), "quotaExcused", excused));
    }

    /**
     * Ends a round without a composition, so that a new one can begin; the body stays as it is, and nothing is awaited
     * any more.
     *
     * @throws Conflict when it has been composed already
     */
    @Transactional
    public void cancel(RoundId id) {
        Round round = rounds.get(id);
        if (!ends.cancelled(id, clock.instant())) {
            throw new Conflict("problem.task.gone");
        }
        List<RequestId> closed = ends.closeAwaited(id);
        mails.noMoreReminders(closed);
        closed.forEach(process::answered);
        audit.record(round.keeper(), null, "nomination.cancelled", round.matter(), Map.of());
    }

    private Composition checked(Round round, List<MembershipDraft> members, boolean excused) {
        if (members.isEmpty()) {
            throw new Conflict("problem.nomination.nobodyNamed");
        }
        refuseUnfinished(round.id());
        Composition composition = composition(round, members, excused);
        if (isBlocked(composition)) {
            throw new InvalidInput("quotaReason", "problem.nomination.quota");
        }
        return composition;
    }

    /** Who was asked again may still answer, and who is to replace somebody waits for the coordinator. */
    private void refuseUnfinished(RoundId id) {
        if (requests.ofRound(id).stream().anyMatch(one -> one.state().isAwaited())) {
            throw new Conflict("problem.nomination.stillAwaited");
        }
        if (nominees.of(id).stream().anyMatch(one -> one.state() == NomineeState.REPLACEMENT)) {
            throw new Conflict("problem.nomination.replacementWaits");
        }
    }

    private Composition composition(Round round, List<MembershipDraft> people, boolean excused) {
        Body body = bodies.get(round.keeper(), round.body());
        return compositions.proposed(body, people, excused);
    }

    private List<MembershipDraft> drafts(RoundId id, LocalDate from, @Nullable LocalDate until) {
        return named.of(id).stream()
                .filter(one -> !one.leftOut())
                .map(one -> one.member(from, until))
                .toList();
    }

    private static boolean isBlocked(Composition composition) {
        return Stream.of(composition.membersQuota(), composition.deputiesQuota())
                .anyMatch(finding -> finding.verdict() == CompositionFinding.Verdict.BLOCK);
    }
}
