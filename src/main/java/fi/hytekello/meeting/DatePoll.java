package fi.hytekello.meeting;

import fi.hytekello.body.Body;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one attendee is asked, with that attendee's own answers alone.
 *
 * @param attendee whose link it is
 * @param open false once the time of the meeting has been chosen, or there is to be none
 */
public record DatePoll(
        Body body, long attendee, boolean open, @Nullable LocalDate dueOn, List<ProposedDate> dates) {

    public DatePoll {
        dates = dates.stream().map(date -> ofOne(date, attendee)).toList();
    }

    private static ProposedDate ofOne(ProposedDate date, long attendee) {
        ProposedDate.Suits own = date.answers().get(attendee);
        return new ProposedDate(
                date.id(), date.startsAt(), date.endsAt(), own == null ? Map.of() : Map.of(attendee, own));
    }
}
