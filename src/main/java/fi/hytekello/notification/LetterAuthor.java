package fi.hytekello.notification;

import java.util.List;
import java.util.Set;

/**
 * Words the mails of its kinds. The outbox keeps only ids; each mail is worded, and gets what it brings along, at the
 * moment in which it leaves. The features know the outbox, so it asks them through this.
 */
public interface LetterAuthor {

    Set<NotificationKind> kinds();

    /** The mail in the recipient's language; where it is to be in both languages, the recipient's first. */
    List<MailContent> write(Letter letter);

    /**
     * The mail with sample data in place of what the letter's ids stand for, for a preview; nothing is stored. To be
     * replaced by authors who look things up.
     *
     * @param letter of a real municipality, with a made cycle and {@link MailPreviews#moment}
     */
    default List<MailContent> sample(Letter letter) {
        return write(letter);
    }
}
