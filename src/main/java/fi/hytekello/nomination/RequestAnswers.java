package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What organisations answer: through their link, by mail or by letter (R3-08, R3-10, R3-16). */
@Service
public class RequestAnswers {

    static final int LONGEST_REASON = 2000;

    private final RequestTable table;
    private final NomineeTable nominees;
    private final RequestMails mails;
    private final RequestReferences references;
    private final SeatProposals proposals;
    private final RequestProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    RequestAnswers(
            RequestTable table,
            NomineeTable nominees,
            RequestMails mails,
            RequestReferences references,
            SeatProposals proposals,
            RequestProcess process,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.nominees = nominees;
        this.mails = mails;
        this.references = references;
        this.proposals = proposals;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of an answer. */
    public enum Received {
        STORED,
        /** It says what is there already, as a second click does. */
        UNCHANGED,
        /** At least one seat is taken, or the body is composed: the coordinator confirms it. */
        TO_BE_CONFIRMED
    }

    /** The organisation has opened its link. */
    @Transactional
    public void opened(Request request) {
        if (request.state() == RequestState.SENT) {
            table.opened(request.id(), clock.instant());
        }
    }

    /**
     * Takes an answer. Who sent it before may correct it until the deadline; whoever comes later or otherwise proposes a
     * replacement (R3-04).
     *
     * @throws InvalidInput naming the field that is missing or wrong
     * @throws Conflict when no answer is taken any more, or the answer was changed meanwhile
     */
    @Transactional
    public Received record(RequestId id, RequestVia via, RequestAnswer answer) {
        Instant now = clock.instant();
        Request request = taking(id, via, now);
        List<Nominee> seated = nominees.of(id);
        answer.check(request, seated, via, now, LocalDate.ofInstant(now, Finland.ZONE));
        NomineeChanges changes = NomineeChanges.of(request, seated, answer, via, now);
        if (!changes.touchSeats() && !changes.propose() && saysNothingNew(request, answer)) {
            return Received.UNCHANGED;
        }
        if (answer.version() != null && answer.version() != request.version()) {
            throw new Conflict("problem.nominee.changed");
        }
        if (changes.touchSeats() || !changes.propose()) {
            take(request, changes, answer, via, now);
        }
        proposals.keep(request, changes, answer, via, now);
        told(id, via, changes);
        return changes.propose() ? Received.TO_BE_CONFIRMED : Received.STORED;
    }

    /**
     * The organisation names nobody.
     *
     * @param receivedOn as in {@link RequestAnswer}
     * @throws InvalidInput when the reason is missing
     * @throws Conflict when somebody is already confirmed, or no answer is taken any more
     */
    @Transactional
    public void decline(RequestId id, RequestVia via, String reason, @Nullable LocalDate receivedOn) {
        decline(id, via, reason, new RequestAnswer(List.of(), Request.Decision.NONE, receivedOn, null));
    }

    /** As {@link #decline(RequestId, RequestVia, String, LocalDate)}, by a mail. */
    @Transactional
    void decline(RequestId id, String reason, RequestAnswer.Mailed mail) {
        RequestAnswer receipt = new RequestAnswer(List.of(), Request.Decision.NONE, "", null, null, mail);
        decline(id, RequestVia.MAIL, reason, receipt);
    }

    /** @param receipt says only when it came */
    private void decline(RequestId id, RequestVia via, String reason, RequestAnswer receipt) {
        Instant now = clock.instant();
        Request request = taking(id, via, now);
        String text = reason.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            throw new InvalidInput("nominationDeclineReason", "problem.nominee.missing");
        }
        if (text.length() > LONGEST_REASON) {
            throw new InvalidInput("nominationDeclineReason", "problem.nominee.long", LONGEST_REASON);
        }
        if (request.state() == RequestState.DECLINED && text.equals(request.closingReason())) {
            return;
        }
        if (!request.mayDecline() && request.state() != RequestState.DECLINED) {
            throw new Conflict("problem.nominee.confirmed");
        }
        List<Nominee> named = nominees.of(id).stream()
                .filter(one -> one.state().isCandidate())
                .toList();
        nominees.remove(
                named.stream().filter(one -> !request.isLocked(one, now)).toList());
        // Of a seat that was opened again only: those in the other seats stay.
        boolean stays =
                named.stream().anyMatch(one -> one.state() == NomineeState.CURRENT && request.isLocked(one, now));
        RequestState state = stays ? RequestState.CONFIRMED : RequestState.DECLINED;
        table.declined(id, state, text, receipt.isLate(request, now), now);
        mails.noMoreReminders(List.of(id));
        Request declined = table.find(id).orElseThrow();
        references.follow(declined, now);
        mails.received(declined, RequestMails.Outcome.DECLINED, now);
        audit.record(request.council(), null, "nomination.declined", subject(id), Map.of("via", via.name()));
        if (request.isPast(now)) {
            process.answered(id);
        }
    }

    /**
     * The organisation decides on this day: the next reminder comes the working day after it, the deadline stays (R3-16).
     *
     * @throws InvalidInput when the day is past
     * @throws Conflict when no answer is awaited any more
     */
    @Transactional
    public void expect(RequestId id, LocalDate on) {
        expect(id, RequestVia.LINK, on);
    }

    /** As {@link #expect(RequestId, LocalDate)}; who does not see it on the page of the link is told that it is noted. */
    @Transactional
    void expect(RequestId id, RequestVia via, LocalDate on) {
        Instant now = clock.instant();
        Request request = taking(id, via, now);
        if (!request.mayExpect(now)) {
            throw new Conflict("problem.nominee.notAwaited");
        }
        if (on.isBefore(LocalDate.ofInstant(now, Finland.ZONE))) {
            throw new InvalidInput("nominationExpectedOn", "problem.nominee.past");
        }
        if (on.equals(request.expectedOn())) {
            return;
        }
        table.expected(id, on);
        Request expected = table.find(id).orElseThrow();
        mails.expected(expected, now);
        if (via != RequestVia.LINK) {
            mails.received(expected, RequestMails.Outcome.EXPECTED, now);
        }
        audit.record(
                request.council(),
                null,
                "nomination.expected",
                subject(id),
                Map.of("on", on.toString(), "via", via.name()));
    }

    private static boolean saysNothingNew(Request request, RequestAnswer answer) {
        boolean same = request.state().isNominated()
                && request.decision().equals(answer.decision())
                && request.loneReason().equals(answer.loneReason());
        return same || request.round().composed();
    }

    private Request taking(RequestId id, RequestVia via, Instant now) {
        Request request = table.lock(id).orElseThrow(() -> new NotFound("problem.nominee.link"));
        if (!request.takes(via, now)) {
            throw new Conflict("problem.nominee.closed");
        }
        return request;
    }

    private void take(Request request, NomineeChanges changes, RequestAnswer answer, RequestVia via, Instant now) {
        changes.outdone().forEach(one -> nominees.setState(one.id(), NomineeState.REPLACED, now));
        changes.filled().forEach(draft -> nominees.add(request.id(), draft, via, now));
        changes.corrected().forEach(change -> nominees.change(change.row().id(), change.draft()));
        nominees.remove(changes.removed());
        RequestState state = request.isPast(now) ? RequestState.CONFIRMED : RequestState.NOMINATED;
        boolean late = request.late() || answer.isLate(request, now);
        table.answered(request.id(), state, answer.decision(), late, now);
        if (request.asksBoth()) {
            table.loneReason(request.id(), answer.loneReason());
        }
        references.follow(table.find(request.id()).orElseThrow(), now);
        mails.noMoreReminders(List.of(request.id()));
        if (request.isPast(now)) {
            process.answered(request.id());
        }
    }

    private void told(RequestId id, RequestVia via, NomineeChanges changes) {
        Request request = table.find(id).orElseThrow();
        mails.received(request, outcome(request, changes), clock.instant());
        audit.record(
                request.council(),
                null,
                changes.propose() ? "nomination.replacementGiven" : "nomination.given",
                subject(id),
                Map.of("via", via.name(), "late", request.late()));
    }

    private static RequestMails.Outcome outcome(Request request, NomineeChanges changes) {
        if (changes.propose()) {
            return request.round().composed() ? RequestMails.Outcome.PROPOSED : RequestMails.Outcome.REPLACEMENT;
        }
        return request.late() ? RequestMails.Outcome.LATE : RequestMails.Outcome.GIVEN;
    }

    static String subject(RequestId id) {
        return "nomination-request:" + id;
    }
}
