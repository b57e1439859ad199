package fi.hytekello.consultation.process;

import fi.hytekello.consultation.ContactId;
import fi.hytekello.consultation.Contacts;
import fi.hytekello.worklist.TaskOpened;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A contact knows the task that waits for it. */
@Component
class ContactPreparation {

    private final Contacts contacts;

    ContactPreparation(Contacts contacts) {
        this.contacts = contacts;
    }

    @EventListener
    void opened(TaskOpened opened) {
        if (opened.task().task().equals(ConsultationTasks.HEAR)) {
            long contact = Long.parseLong(Objects.requireNonNull(opened.branch(), "branch"));
            contacts.taskOpened(new ContactId(contact), opened.task().id());
        }
    }
}
