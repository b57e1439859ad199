package fi.hytekello.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail in a feature's own words.
 *
 * @param comment a longer text with its label, null where there is none
 * @param link label and address of where to go on; a path is one of ours; null where there is nothing to open
 * @param calendar the event for the recipient's calendar, null where the mail carries none
 */
public record OwnMail(
        String subject,
        String lead,
        List<Fact> facts,
        @Nullable Fact comment,
        @Nullable Fact link,
        @Nullable CalendarPart calendar) {

    public OwnMail {
        facts = List.copyOf(facts);
    }

    public record Fact(String label, String value) {}

    /**
     * An iCalendar object (RFC 5545, RFC 6047).
     *
     * @param method {@code REQUEST} or {@code CANCEL}
     */
    public record CalendarPart(String method, String fileName, String text) {}
}
