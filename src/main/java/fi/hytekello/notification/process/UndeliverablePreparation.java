package fi.hytekello.notification.process;

import fi.hytekello.notification.UndeliverableMails;
import fi.hytekello.worklist.TaskOpened;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A case knows the task that waits for it. */
@Component
class UndeliverablePreparation {

    private final UndeliverableMails mails;

    UndeliverablePreparation(UndeliverableMails mails) {
        this.mails = mails;
    }

    @EventListener
    void opened(TaskOpened opened) {
        if (opened.task().task().equals(UndeliverableTasks.HANDLE)) {
            mails.taskOpened(
                    Long.parseLong(Objects.requireNonNull(opened.branch(), "branch")),
                    opened.task().id());
        }
    }
}
