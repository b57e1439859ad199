package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.Organisations;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The requests of a round from their sending to their end, and what the coordinator decides of those that stay open. */
@Service
public class Requests {

    private static final Set<Role> READERS = Set.of(Role.REGIONAL_COORDINATOR, Role.REGIONAL_DIRECTOR, Role.REGISTRY);

    private final RequestTable table;
    private final NomineeTable nominees;
    private final RequestDeadlines deadlines;
    private final RequestMails mails;
    private final RoundNotices notices;
    private final RequestReferences references;
    private final RequestProcess process;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    Requests(
            RequestTable table,
            NomineeTable nominees,
            RequestDeadlines deadlines,
            RequestMails mails,
            RoundNotices notices,
            RequestReferences references,
            RequestProcess process,
            Organisations organisations,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.nominees = nominees;
        this.deadlines = deadlines;
        this.mails = mails;
        this.notices = notices;
        this.references = references;
        this.process = process;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotFound when there is none */
    public Request get(RequestId id) {
        return table.find(id).orElseThrow(() -> new NotFound("problem.nominee.request"));
    }

    /**
     * A request as the people of the council that asks may read it.
     *
     * @throws NotFound for everybody else
     */
    public Request readBy(Person person, RequestId id) {
        Request request = get(id);
        if (READERS.stream().noneMatch(role -> person.holds(role, request.council()))) {
            throw new NotFound("problem.nominee.request");
        }
        return request;
    }

    /** The coordinator and the registry of the council record what came by letter. */
    public boolean mayRecord(Person person, Request request) {
        return person.holds(Role.REGIONAL_COORDINATOR, request.council())
                || person.holds(Role.REGISTRY, request.council());
    }

    public Organisation organisation(Request request) {
        return organisations.get(request.council(), request.organisation());
    }

    /** The request that a task of the coordinator is about. @throws NotFound when there is none */
    public Request ofTask(String taskId) {
        return table.ofTask(taskId).orElseThrow(() -> new NotFound("problem.nominee.request"));
    }

    @Transactional
    public void taskOpened(RequestId id, String taskId) {
        table.taskOpened(id, taskId);
    }

    /** Sends a chosen request with its link and plans the reminders; one that was sent before is left alone. */
    @Transactional
    public void send(RequestId id) {
        Request request = locked(id);
        if (request.state() == RequestState.CHOSEN) {
            table.sent(id);
            references.follow(get(id), clock.instant());
            mails.sent(get(id), clock.instant());
            audit.record(request.council(), null, "nomination.sent", RequestAnswers.subject(id), Map.of());
        }
    }

    /**
     * Sends a request again, with a new link, to the addresses as they are now.
     *
     * @throws Conflict when no answer is awaited
     */
    @Transactional
    public void sendAgain(RequestId id, Person by) {
        Request request = locked(id);
        requireCoordinator(by, request);
        if (!request.state().isAwaited()) {
            throw new Conflict("problem.nominee.notAwaited");
        }
        mails.sentAgain(request, clock.instant());
        audit.record(request.council(), null, "nomination.sentAgain", RequestAnswers.subject(id), Map.of());
    }

    /** When to look whether the answer is there: at the deadline, or so many days after the management was told. */
    public Instant answersDue(RequestId id) {
        return deadlines.answersDue(get(id));
    }

    /**
     * The time to answer is over, or a late answer has come: those named hear what is held of them.
     *
     * @return true where nobody is named and nobody has declined: the coordinator decides
     */
    @Transactional
    public boolean isAnswerMissing(RequestId id) {
        Request request = locked(id);
        if (request.state().isNominated()) {
            table.confirmed(id);
            notices.privacy(nominees.of(id), request.council());
        } else if (request.state().isAwaited()) {
            table.late(id);
            return true;
        }
        references.follow(get(id), clock.instant());
        return false;
    }

    /** Leaves the organisation without a representative, or without the one whose seat was opened again. @throws InvalidInput when the reason is missing */
    @Transactional
    public void closeEmpty(String taskId, @Nullable String reason) {
        Request request = ofTask(taskId);
        if (reason == null) {
            throw new InvalidInput("closingReason", "problem.nominee.closingReason");
        }
        boolean seated = nominees.of(request.id()).stream().anyMatch(one -> one.state() == NomineeState.CURRENT);
        table.closed(request.id(), seated ? RequestState.CONFIRMED : RequestState.CLOSED_EMPTY, reason);
        references.follow(get(request.id()), clock.instant());
        mails.noMoreReminders(List.of(request.id()));
        audit.record(request.council(), null, "nomination.closedEmpty", RequestAnswers.subject(request.id()), Map.of());
    }

    /** Tells the organisation's management. @throws InvalidInput when its address is not known */
    @Transactional
    public void escalate(String taskId) {
        Request request = ofTask(taskId);
        if (organisation(request).managementEmail() == null) {
            throw new InvalidInput("missingDecision", "problem.nominee.management");
        }
        table.escalated(request.id(), clock.instant());
        mails.escalated(get(request.id()), clock.instant());
        audit.record(request.council(), null, "nomination.escalated", RequestAnswers.subject(request.id()), Map.of());
    }

    /**
     * A nominee does not take the seat: it alone is open again until the new deadline, the others stay as they are.
     *
     * @throws InvalidInput naming {@code newDueOn} when it is missing or not later than today
     * @throws Conflict when the nominee does not have the seat any more, or the group is set up already
     */
    @Transactional
    public void reopenSeat(RequestId id, long nominee, @Nullable LocalDate newDueOn, Person by) {
        Request request = locked(id);
        requireCoordinator(by, request);
        Nominee declining = nominees.find(nominee)
                .filter(one -> one.request().equals(id) && one.state() == NomineeState.CURRENT)
                .orElseThrow(() -> new Conflict("problem.nominee.gone"));
        if (request.round().composed() || !request.round().open()) {
            throw new Conflict("problem.nominee.closed");
        }
        LocalDate day = deadlines.checked(newDueOn);
        nominees.setState(declining.id(), NomineeState.DECLINED, clock.instant());
        table.reopened(id, day, deadlines.closing(request.council(), day), clock.instant());
        Request reopened = get(id);
        references.follow(reopened, clock.instant());
        mails.reopened(reopened, clock.instant());
        process.deadlineMoved(reopened);
        audit.record(
                request.council(),
                null,
                "nomination.seatReopened",
                RequestAnswers.subject(id),
                Map.of("seat", declining.seat(), "deputy", declining.deputy(), "due", day.toString()));
    }

    /** @throws Refused for all but the council's coordinator */
    static void requireCoordinator(Person by, Request request) {
        if (!by.holds(Role.REGIONAL_COORDINATOR, request.council())) {
            throw new Refused("problem.nominee.coordinator");
        }
    }

    private Request locked(RequestId id) {
        return table.lock(id).orElseThrow(() -> new NotFound("problem.nominee.request"));
    }
}
