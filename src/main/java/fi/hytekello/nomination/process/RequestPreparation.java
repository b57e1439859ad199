package fi.hytekello.nomination.process;

import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.RequestReplacements;
import fi.hytekello.nomination.Requests;
import fi.hytekello.worklist.TaskOpened;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A request, and whoever is to replace somebody, knows the task that waits for it. */
@Component
class RequestPreparation {

    private final Requests requests;
    private final RequestReplacements replacements;

    RequestPreparation(Requests requests, RequestReplacements replacements) {
        this.requests = requests;
        this.replacements = replacements;
    }

    @EventListener
    void opened(TaskOpened opened) {
        switch (opened.task().task()) {
            case RequestTasks.RESOLVE ->
                requests.taskOpened(new RequestId(branch(opened)), opened.task().id());
            case RequestTasks.CONFIRM ->
                replacements.taskOpened(branch(opened), opened.task().id());
            default -> {}
        }
    }

    private static long branch(TaskOpened opened) {
        return Long.parseLong(Objects.requireNonNull(opened.branch(), "branch"));
    }
}
