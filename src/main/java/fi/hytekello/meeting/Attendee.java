package fi.hytekello.meeting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is asked to a meeting. Personal data: kept in our table only.
 *
 * @param email null where none is known, or once it has been deleted
 * @param guest true for one who is no member (R3-07)
 * @param deputy true for one who is asked instead of a member who cannot come
 * @param hindered true for one who has said that they cannot come
 * @param attended null until the meeting is recorded
 */
public record Attendee(
        long id,
        String name,
        @Nullable String email,
        Locale language,
        boolean guest,
        boolean deputy,
        boolean hindered,
        @Nullable Boolean attended) {}
