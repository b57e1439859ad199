package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.Membership;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Those who are proposed for a seat that somebody has, or for one of a composed body: one seat is one seat (R3-04). */
@Service
public class RequestReplacements {

    private final NomineeTable table;
    private final RequestTable requests;
    private final SeatChanges seats;
    private final AuditTrail audit;
    private final Clock clock;

    RequestReplacements(NomineeTable table, RequestTable requests, SeatChanges seats, AuditTrail audit, Clock clock) {
        this.table = table;
        this.requests = requests;
        this.seats = seats;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void taskOpened(long nominee, String taskId) {
        table.taskOpened(nominee, taskId);
    }

    /** Who is proposed, by the coordinator's task. @throws NotFound when there is none */
    public Nominee ofTask(String taskId) {
        return table.ofTask(taskId).orElseThrow(() -> new NotFound("problem.nominee.request"));
    }

    /** Who has the seat, or had it last within the term. */
    public Optional<Nominee> before(Request request, Nominee proposed) {
        return SeatHolders.before(table.of(request.id()), proposed);
    }

    /** Whose membership of a composed body ends when the proposed one comes today; empty where nobody's does. */
    public Optional<Membership> leaving(Request request, Nominee proposed) {
        return request.round().composed() ? seats.leaving(request, proposed) : Optional.empty();
    }

    /**
     * The coordinator takes the new one, or leaves the first in the seat. Where the body is composed the membership of the
     * first ends and another begins.
     *
     * @param from first day of the new membership; today where null; of no meaning while the body is not composed
     * @throws InvalidInput naming {@code membersFrom} when the first became a member no earlier than that
     */
    @Transactional
    public void settle(String taskId, boolean confirmed, @Nullable LocalDate from, Person by) {
        Nominee proposed = ofTask(taskId);
        Request request = requests.lock(proposed.request()).orElseThrow();
        boolean composed = request.round().composed();
        if (confirmed && composed) {
            seats.replace(request, proposed, from, by);
        }
        if (confirmed) {
            current(request, proposed).forEach(one -> table.setState(one.id(), NomineeState.REPLACED, clock.instant()));
        }
        table.setState(proposed.id(), confirmed ? NomineeState.CURRENT : NomineeState.REPLACED, clock.instant());
        if (composed) {
            seats.settled(request, confirmed);
        }
        audit.record(
                request.council(),
                null,
                "nomination.replacementSettled",
                RequestAnswers.subject(request.id()),
                Map.of("seat", proposed.seat(), "deputy", proposed.deputy(), "confirmed", confirmed));
    }

    private List<Nominee> current(Request request, Nominee proposed) {
        return table.of(request.id()).stream()
                .filter(one ->
                        one.state() == NomineeState.CURRENT && proposed.draft().isFor(one))
                .toList();
    }
}
