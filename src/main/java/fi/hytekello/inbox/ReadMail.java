package fi.hytekello.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was read from the mailbox, made harmless: texts without control characters and of bounded length.
 *
 * @param key what makes it be taken once
 * @param automatic written by a machine that waits for no answer (RFC 3834)
 * @param answersTo Message-IDs that it answers to, the newest first
 */
record ReadMail(
        String key,
        InboxMail.@Nullable Trouble trouble,
        boolean automatic,
        String sender,
        String subject,
        String text,
        Instant receivedAt,
        List<String> answersTo,
        List<ReadFile> files) {

    ReadMail {
        answersTo = List.copyOf(answersTo);
        files = List.copyOf(files);
    }

    /** @param content null where it was left out */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record ReadFile(String name, long size, byte @Nullable [] content, InboxMail.@Nullable LeftOut leftOut) {}

    /** The same, with nothing of its content. */
    ReadMail emptied() {
        return new ReadMail(key, trouble, automatic, "", "", "", receivedAt, List.of(), List.of());
    }

    ReadMail with(InboxMail.Trouble trouble) {
        return new ReadMail(key, trouble, automatic, sender, subject, text, receivedAt, answersTo, files);
    }
}
