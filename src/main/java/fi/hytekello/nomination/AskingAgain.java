package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks one organisation again whose seat is still free when all requests have ended, such as to fill the quota (Act
 * 609/1986 § 4a; domain chapter 1.4). Its process runs anew; those in its other seats stay.
 */
@Service
public class AskingAgain {

    private static final Set<RequestState> ENDED =
            EnumSet.of(RequestState.CONFIRMED, RequestState.DECLINED, RequestState.CLOSED_EMPTY);

    private final RequestTable requests;
    private final NomineeTable nominees;
    private final RequestDeadlines deadlines;
    private final RequestMails mails;
    private final RequestProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    AskingAgain(
            RequestTable requests,
            NomineeTable nominees,
            RequestDeadlines deadlines,
            RequestMails mails,
            RequestProcess process,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.nominees = nominees;
        this.deadlines = deadlines;
        this.mails = mails;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** Ids of the requests of a round that have ended and have a seat, or a deputy's place, that nobody has. */
    public Set<Long> free(RoundId round) {
        Map<RequestId, List<Nominee>> named =
                nominees.of(round).stream().collect(Collectors.groupingBy(Nominee::request));
        return requests.ofRound(round).stream()
                .filter(one -> isFree(one, named.getOrDefault(one.id(), List.of())))
                .map(one -> one.id().value())
                .collect(Collectors.toSet());
    }

    /**
     * @param newDueOn until when to answer; moved to the next working day where it is none
     * @throws InvalidInput naming {@code newDueOn} when it is missing or not later than today
     * @throws Conflict when no seat is free, an answer is awaited already, or the round has ended
     * @throws NotFound when it is another round's request
     * @throws Refused for all but the council's coordinator
     */
    @Transactional
    public void ask(RoundId round, RequestId id, @Nullable LocalDate newDueOn, Person by) {
        Request request = requests.lock(id)
                .filter(one -> one.round().id().equals(round))
                .orElseThrow(() -> new NotFound("problem.nominee.request"));
        Requests.requireCoordinator(by, request);
        if (!isFree(request, nominees.of(id))) {
            throw new Conflict("problem.nominee.noFreeSeat");
        }
        LocalDate day = deadlines.checked(newDueOn);
        requests.reopened(id, day, deadlines.closing(request.council(), day), clock.instant());
        Request again = requests.find(id).orElseThrow();
        mails.askedAgain(again, clock.instant());
        process.deadlineMoved(again);
        audit.record(
                request.council(),
                null,
                "nomination.askedAgain",
                RequestAnswers.subject(id),
                Map.of("due", day.toString()));
    }

    private static boolean isFree(Request request, List<Nominee> named) {
        long members = seated(named, false);
        boolean deputyMissing = request.seats().deputies() && seated(named, true) < members;
        return request.round().open()
                && ENDED.contains(request.state())
                && (members < request.seats().max() || deputyMissing);
    }

    private static long seated(List<Nominee> named, boolean deputies) {
        return named.stream()
                .filter(one -> one.state() == NomineeState.CURRENT && one.deputy() == deputies)
                .count();
    }
}
