package fi.hytekello.inbox.process;

import fi.hytekello.inbox.Inbox;
import fi.hytekello.inbox.InboxMailId;
import fi.hytekello.worklist.TaskOpened;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A mail knows the task that waits for it. */
@Component
class InboxPreparation {

    private final Inbox inbox;

    InboxPreparation(Inbox inbox) {
        this.inbox = inbox;
    }

    @EventListener
    void opened(TaskOpened opened) {
        if (opened.task().task().equals(InboxTasks.SORT)) {
            inbox.taskOpened(
                    new InboxMailId(Long.parseLong(Objects.requireNonNull(opened.branch(), "branch"))),
                    opened.task().id());
        }
    }
}
