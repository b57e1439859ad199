package fi.hytekello.notification;

import java.util.List;
import java.util.UUID;

/** Knows what some mails bring along; asked when a mail is written, so that the outbox holds no copies. */
@FunctionalInterface
public interface AttachmentSource {

    /** The files of this mail, none for mails of others. */
    List<Attachment> of(UUID notification);
}
