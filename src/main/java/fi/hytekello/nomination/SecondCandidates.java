package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a seat to its second candidate. Organisations name both a woman and a man for a seat, the coordinator chooses one
 * of them (Act 609/1986 § 4a; domain chapter 1.4).
 */
@Service
public class SecondCandidates {

    private final RequestTable requests;
    private final NomineeTable nominees;
    private final AuditTrail audit;
    private final Clock clock;

    SecondCandidates(RequestTable requests, NomineeTable nominees, AuditTrail audit, Clock clock) {
        this.requests = requests;
        this.nominees = nominees;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The two change places: whoever has the seat is the second candidate from now on.
     *
     * @throws Conflict when the round has ended, or this nominee of it is no second candidate any more
     */
    @Transactional
    public void choose(RoundId round, long nominee) {
        RequestId id =
                nominees.find(nominee).map(Nominee::request).orElseThrow(() -> new Conflict("problem.nominee.gone"));
        Request request = requests.lock(id)
                .filter(one -> one.round().id().equals(round))
                .orElseThrow(() -> new Conflict("problem.nominee.gone"));
        seat(request, nominee, NomineeState.ALTERNATIVE, "nominee.chosen");
    }

    /**
     * Whoever has the seat declines it, and the second candidate takes it: nobody need be asked again.
     *
     * @throws Conflict when the round has ended, the organisation is asked again, or this nominee of the request is no
     *     second candidate any more
     * @throws Refused for all but the council's coordinator
     */
    @Transactional
    public void stepIn(RequestId id, long nominee, Person by) {
        Request request = requests.lock(id).orElseThrow(() -> new NotFound("problem.nominee.request"));
        Requests.requireCoordinator(by, request);
        if (request.state().isAwaited()) {
            throw new Conflict("problem.nominee.gone");
        }
        seat(request, nominee, NomineeState.DECLINED, "nominee.steppedIn");
    }

    /** @param before how whoever has the seat stands from now on */
    private void seat(Request request, long nominee, NomineeState before, String action) {
        Nominee second = nominees.find(nominee)
                .filter(one -> one.request().equals(request.id()) && one.state() == NomineeState.ALTERNATIVE)
                .orElseThrow(() -> new Conflict("problem.nominee.gone"));
        if (!request.round().open() || request.round().composed()) {
            throw new Conflict("problem.nominee.closed");
        }
        // A seat has one of each at any moment: out of the way first.
        nominees.setState(nominee, NomineeState.REPLACED, clock.instant());
        nominees.of(request.id()).stream()
                .filter(one ->
                        one.state() == NomineeState.CURRENT && second.draft().isFor(one))
                .forEach(one -> nominees.setState(one.id(), before, clock.instant()));
        nominees.setState(nominee, NomineeState.CURRENT, clock.instant());
        nominees.leaveOut(request.round().id(), nominee, false);
        requests.proposed(request.id());
        if (!request.state().isAwaited() && !request.state().isNominated()) {
            requests.confirmed(request.id());
        }
        audit.record(request.council(), null, action, RoundNotices.PREFIX + nominee, Map.of());
    }
}
