package fi.hytekello.inbox;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.NotFound;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that has come in; personal data.
 *
 * @param trouble why it goes to the registry whatever it is about; null for an ordinary mail
 * @param sender address as the mail claims it; empty where it has none
 * @param subject one line
 * @param text plain text, whatever it was written in
 * @param receivedAt when the mail server had it
 * @param reference the matter that it belongs to, such as {@code request:12}; null where none is known
 */
public record InboxMail(
        InboxMailId id,
        MunicipalityCode tenant,
        State state,
        @Nullable Trouble trouble,
        String sender,
        String subject,
        String text,
        Instant receivedAt,
        @Nullable String reference,
        List<Attachment> attachments) {

    public InboxMail {
        attachments = List.copyOf(attachments);
    }

    /** @throws NotFound when it has no such file */
    public Attachment attachment(long id) {
        return attachments.stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.notFound"));
    }

    /**
     * A mail in the list of its matter.
     *
     * @param sender empty once its content is deleted
     * @param open whether it waits to be dealt with
     * @param reason why it was no answer; null where it was, or waits
     */
    public record Line(
            InboxMailId id,
            String sender,
            Instant receivedAt,
            boolean open,
            @Nullable String reason) {}

    /** What became of a mail. */
    public enum State {
        /** Given to its matter by tag or by what it answers to. */
        MATCHED,
        /** The registry has a task of it. */
        UNMATCHED,
        /** Given to a matter by the registry. */
        ASSIGNED,
        /** The registry put it aside, with a reason. */
        PUT_ASIDE,
        /** Written by a machine, such as a notice of absence; its content is not kept. */
        AUTOMATIC
    }

    /** What hinders a mail from being dealt with by itself. */
    public enum Trouble {
        /** It stays in the mailbox; only its headers were read. */
        TOO_LARGE,
        /** Its parts could not be read. */
        UNREADABLE,
        /** A mail server tells that a mail of ours did not arrive. */
        UNDELIVERED,
        /** The feature whose matter it is could not take it. */
        FAILED
    }

    /**
     * A file of the mail.
     *
     * @param name without a path
     * @param size in bytes; of a file that was left out perhaps only as the mail claims it
     * @param leftOut why its content is not kept; null where it is
     */
    public record Attachment(
            long id, String name, long size, @Nullable LeftOut leftOut) {}

    /** Why a file is not kept. */
    public enum LeftOut {
        TOO_LARGE,
        /** Not of the kinds that offices exchange. */
        KIND,
        TOO_MANY
    }
}
