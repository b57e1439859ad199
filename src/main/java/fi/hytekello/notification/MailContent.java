package fi.hytekello.notification;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail in words; the templates only lay it out.
 *
 * @param comment why something was returned or rejected, as it stands in the decision
 * @param closing what happens next, null where nothing does
 * @param link null where the recipient has nothing to open
 * @param calendar null in all mails but invitations
 */
record MailContent(
        Locale language,
        String subject,
        String greeting,
        String lead,
        List<Fact> facts,
        @Nullable Fact comment,
        @Nullable String closing,
        @Nullable Fact link,
        OwnMail.@Nullable CalendarPart calendar) {

    record Fact(String label, String value) {}

    MailContent {
        // A line break in a subject would begin a header of its own.
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        facts = List.copyOf(facts);
    }
}
