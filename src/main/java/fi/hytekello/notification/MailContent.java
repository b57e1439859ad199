package fi.hytekello.notification;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail in words; the templates only lay it out.
 *
 * @param comment a longer text with its label, such as why something was returned; as it was written
 * @param closing what happens next, null where nothing does
 * @param link label and full address of where to go on; null where the recipient has nothing to open
 * @param attachments none in most mails
 * @param calendar null in all mails but invitations
 */
public record MailContent(
        Locale language,
        String subject,
        String greeting,
        String lead,
        List<Fact> facts,
        @Nullable Fact comment,
        @Nullable String closing,
        @Nullable Fact link,
        List<Attachment> attachments,
        @Nullable CalendarPart calendar) {

    /** A line with its label; of the link, the label and the address. */
    public record Fact(String label, String value) {}

    public MailContent {
        subject = OneLine.subject(subject);
        facts = List.copyOf(facts);
        attachments = List.copyOf(attachments);
    }

    /** A mail that brings nothing along. */
    public MailContent(
            Locale language,
            String subject,
            String greeting,
            String lead,
            List<Fact> facts,
            @Nullable Fact comment,
            @Nullable String closing,
            @Nullable Fact link) {
        this(language, subject, greeting, lead, facts, comment, closing, link, List.of(), null);
    }

    /** The same with one more fact before all others. */
    MailContent beginningWith(Fact first) {
        List<Fact> all = Stream.concat(Stream.of(first), facts.stream()).toList();
        return new MailContent(language, subject, greeting, lead, all, comment, closing, link, attachments, calendar);
    }

    public MailContent with(List<Attachment> files) {
        return new MailContent(language, subject, greeting, lead, facts, comment, closing, link, files, calendar);
    }

    public MailContent with(CalendarPart event) {
        return new MailContent(language, subject, greeting, lead, facts, comment, closing, link, attachments, event);
    }
}
