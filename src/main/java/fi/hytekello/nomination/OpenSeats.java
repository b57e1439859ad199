package fi.hytekello.nomination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Opens a request for one seat within the term: its process runs anew, and answers only propose. */
@Component
class OpenSeats {

    private final RequestTable requests;
    private final SeatTable seats;
    private final RequestDeadlines deadlines;
    private final RequestReferences references;
    private final RequestMails mails;
    private final RequestProcess process;
    private final Clock clock;

    OpenSeats(
            RequestTable requests,
            SeatTable seats,
            RequestDeadlines deadlines,
            RequestReferences references,
            RequestMails mails,
            RequestProcess process,
            Clock clock) {
        this.requests = requests;
        this.seats = seats;
        this.deadlines = deadlines;
        this.references = references;
        this.mails = mails;
        this.process = process;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** @param due a working day */
    void open(RequestId id, LocalDate due) {
        Request before = requests.lock(id).orElseThrow();
        requests.reopened(id, due, deadlines.closing(before.council(), due), now());
        seats.opened(id);
        references.follow(requests.find(id).orElseThrow(), now());
        Request again = requests.find(id).orElseThrow();
        mails.askedAgain(again, now());
        process.deadlineMoved(again);
    }
}
