package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.platform.problem.NotFound;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Those who are proposed for a seat that somebody has: one seat is one seat (R3-04). */
@Service
public class RequestReplacements {

    private final NomineeTable table;
    private final RequestTable requests;
    private final AuditTrail audit;

    RequestReplacements(NomineeTable table, RequestTable requests, AuditTrail audit) {
        this.table = table;
        this.requests = requests;
        this.audit = audit;
    }

    @Transactional
    public void taskOpened(long nominee, String taskId) {
        table.taskOpened(nominee, taskId);
    }

    /** Who is proposed, by the coordinator's task. @throws NotFound when there is none */
    public Nominee ofTask(String taskId) {
        return table.ofTask(taskId).orElseThrow(() -> new NotFound("problem.nominee.request"));
    }

    /** The coordinator takes the new one, or leaves the first in the seat. */
    @Transactional
    public void settle(String taskId, boolean confirmed) {
        Nominee proposed = ofTask(taskId);
        Request request = requests.lock(proposed.request()).orElseThrow();
        if (confirmed) {
            table.of(request.id()).stream()
                    .filter(one -> one.state() == NomineeState.CURRENT
                            && proposed.draft().isFor(one))
                    .forEach(one -> table.setState(one.id(), NomineeState.REPLACED));
        }
        table.setState(proposed.id(), confirmed ? NomineeState.CURRENT : NomineeState.REPLACED);
        audit.record(
                request.council(),
                null,
                "nomination.replacementSettled",
                RequestAnswers.subject(request.id()),
                Map.of("seat", proposed.seat(), "deputy", proposed.deputy(), "confirmed", confirmed));
    }
}
