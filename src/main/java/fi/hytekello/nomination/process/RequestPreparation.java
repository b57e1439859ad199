package fi.hytekello.nomination.process;

import fi.hytekello.inbox.InboxMailId;
import fi.hytekello.nomination.MailedAnswers;
import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.RequestReplacements;
import fi.hytekello.nomination.Requests;
import fi.hytekello.worklist.TaskOpened;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A request, whoever is to replace somebody, and a mail know the task that waits for them. */
@Component
class RequestPreparation {

    private final Requests requests;
    private final RequestReplacements replacements;
    private final MailedAnswers mailed;

    RequestPreparation(Requests requests, RequestReplacements replacements, MailedAnswers mailed) {
        this.requests = requests;
        this.replacements = replacements;
        this.mailed = mailed;
    }

    @EventListener
    void opened(TaskOpened opened) {
        switch (opened.task().task()) {
            case RequestTasks.RESOLVE ->
                requests.taskOpened(new RequestId(branch(opened)), opened.task().id());
            case RequestTasks.CONFIRM ->
                replacements.taskOpened(branch(opened), opened.task().id());
            case RequestTasks.RECORD ->
                mailed.taskOpened(new InboxMailId(branch(opened)), opened.task().id());
            default -> {}
        }
    }

    private static long branch(TaskOpened opened) {
        return Long.parseLong(Objects.requireNonNull(opened.branch(), "branch"));
    }
}
