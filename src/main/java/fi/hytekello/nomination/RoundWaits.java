package fi.hytekello.nomination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** For which organisations a round waits, and what happens by itself meanwhile; the tasks of people are in the worklist. */
@Service
public class RoundWaits {

    private final RequestTable requests;
    private final RequestMails mails;
    private final Clock clock;

    RoundWaits(RequestTable requests, RequestMails mails, Clock clock) {
        this.requests = requests;
        this.mails = mails;
        this.clock = clock;
    }

    /** Why a request is not over. */
    public enum Reason {
        /** No answer has come. */
        ANSWER,
        /** The organisation has told when it decides. */
        DECISION,
        /** It has answered and may correct that until the deadline. */
        CORRECTIONS,
        /** The deadline has passed: the coordinator settles it, or the management was told. */
        LATE
    }

    /**
     * A request that holds up its round.
     *
     * @param reminderOn when the organisation is reminded next; null where it is not any more
     */
    public record Wait(
            Request request, Reason reason, @Nullable LocalDate reminderOn) {}

    /** By the organisations' Finnish names; none once nobody can answer. */
    public List<Wait> of(RoundId round) {
        Instant now = clock.instant();
        return requests.ofRound(round).stream()
                .filter(request -> request.round().open())
                .filter(request -> request.state().isAwaited() || request.state() == RequestState.NOMINATED)
                .map(request -> new Wait(request, reason(request), next(request, now)))
                .toList();
    }

    private static Reason reason(Request request) {
        return switch (request.state()) {
            case IN_DECISION -> Reason.DECISION;
            case NOMINATED -> Reason.CORRECTIONS;
            case LATE -> Reason.LATE;
            default -> Reason.ANSWER;
        };
    }

    private @Nullable LocalDate next(Request request, Instant now) {
        return request.state().isAwaited()
                ? mails.reminders(request, now).stream().findFirst().orElse(null)
                : null;
    }
}
