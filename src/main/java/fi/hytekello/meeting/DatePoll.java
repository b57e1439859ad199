package fi.hytekello.meeting;

import fi.hytekello.body.Body;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one attendee is asked, with that attendee's own answers alone: which dates suit, and once the time has been
 * chosen whether the attendee comes.
 *
 * @param attendee whose link it is
 * @param language in which the attendee is written to
 * @param state how far the meeting is
 * @param dates to come, none while nobody is asked
 * @param invited null until the invitations have left, and from the beginning of the meeting on
 */
public record DatePoll(
        Body body,
        long attendee,
        Locale language,
        Meeting.State state,
        @Nullable LocalDate dueOn,
        List<ProposedDate> dates,
        @Nullable Invited invited) {

    /** When and where, and whether the attendee has said that it cannot be. */
    public record Invited(
            Instant startsAt,
            Instant endsAt,
            @Nullable String place,
            @Nullable String remoteLink,
            boolean hindered) {}

    public DatePoll {
        dates = dates.stream().map(date -> ofOne(date, attendee)).toList();
    }

    /** True while dates are asked. */
    public boolean open() {
        return !dates.isEmpty();
    }

    private static ProposedDate ofOne(ProposedDate date, long attendee) {
        ProposedDate.Suits own = date.answers().get(attendee);
        return new ProposedDate(
                date.id(), date.startsAt(), date.endsAt(), own == null ? Map.of() : Map.of(attendee, own));
    }
}
