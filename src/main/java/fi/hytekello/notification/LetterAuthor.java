package fi.hytekello.notification;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the mails of its kinds, at the moment in which they are sent. */
public interface LetterAuthor {

    Set<NotificationKind> kinds();

    /**
     * The mail, in bilingual municipalities in both languages, the recipient's first.
     *
     * @param year of the cycle
     */
    List<MailContent> write(NotificationKind kind, Map<String, String> payload, int year);
}
