package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
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

/** More time for those who have not answered (R3-09): by a decision, never silently. */
@Service
public class RequestExtensions {

    private final RequestTable table;
    private final NominationRoundTable rounds;
    private final RequestDeadlines deadlines;
    private final RequestMails mails;
    private final RequestProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    RequestExtensions(
            RequestTable table,
            NominationRoundTable rounds,
            RequestDeadlines deadlines,
            RequestMails mails,
            RequestProcess process,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.mails = mails;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives more time, to this organisation or to all of the round who have not answered; for all, the round itself then
     * has the new deadline.
     *
     * @param newDueOn moved to the next working day where it is none
     * @throws InvalidInput naming {@code newDueOn} when it is missing or not later than today
     */
    @Transactional
    public void extend(String taskId, boolean all, @Nullable LocalDate newDueOn) {
        Request late = table.ofTask(taskId).orElseThrow(() -> new NotFound("problem.nominee.request"));
        LocalDate day = deadlines.checked(newDueOn);
        Instant dueAt = deadlines.closing(late.council(), day);
        List<Request> open = all
                ? table.ofRound(late.round().id()).stream()
                        .filter(request -> request.state().isAwaited())
                        .filter(request -> request.lastDay().isBefore(day))
                        .toList()
                : List.of(late);
        List<RequestId> ids = open.stream().map(Request::id).toList();
        table.extended(ids, day, dueAt, LocalDate.ofInstant(clock.instant(), Finland.ZONE));
        if (all) {
            rounds.extended(late.round().id(), day, dueAt);
        }
        List<Request> moved = table.ofRound(late.round().id()).stream()
                .filter(request -> ids.contains(request.id()))
                .toList();
        mails.moved(moved, clock.instant());
        // The process of the task goes on by itself.
        moved.stream().filter(request -> !request.id().equals(late.id())).forEach(process::deadlineMoved);
        moved.forEach(request -> audit.record(
                request.council(),
                null,
                "nomination.extended",
                RequestAnswers.subject(request.id()),
                Map.of("due", day.toString())));
    }
}
