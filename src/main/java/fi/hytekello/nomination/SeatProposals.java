package fi.hytekello.nomination;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Those whom an answer only proposes: each waits for the coordinator in a task of its own (R3-04). */
@Component
class SeatProposals {

    private final RequestTable requests;
    private final NomineeTable nominees;
    private final RequestMails mails;
    private final RequestProcess process;

    SeatProposals(RequestTable requests, NomineeTable nominees, RequestMails mails, RequestProcess process) {
        this.requests = requests;
        this.nominees = nominees;
        this.mails = mails;
        this.process = process;
    }

    void keep(Request request, NomineeChanges changes, RequestAnswer answer, RequestVia via, Instant now) {
        if (!changes.propose()) {
            return;
        }
        changes.replacingAnew().forEach(change -> nominees.change(change.row().id(), change.draft()));
        if (request.isInTerm()) {
            answered(request, answer, now);
        } else if (!changes.touchSeats()) {
            requests.proposed(request.id());
        }
        changes.replacing().forEach(draft -> {
            long id = nominees.add(request.id(), draft, NomineeState.REPLACEMENT, via, now);
            process.replacementGiven(request, id);
        });
    }

    /** The organisation has done its part, whatever the coordinator says of it. */
    private void answered(Request request, RequestAnswer answer, Instant now) {
        boolean late = request.late() || answer.isLate(request, now);
        requests.answered(request.id(), RequestState.NOMINATED, answer.decision(), late, now);
        mails.noMoreReminders(List.of(request.id()));
        if (request.isPast(now)) {
            process.answered(request.id());
        }
    }
}
