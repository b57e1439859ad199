package fi.hytekello.negotiation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is invited. Personal data: kept in our table only.
 *
 * @param email null once it has been deleted, a year after the negotiation was recorded
 * @param language of the invitation, {@code fi} or {@code sv}
 * @param attended null until the meeting is recorded
 */
public record Participant(
        long id,
        String name,
        Party party,
        @Nullable String email,
        Locale language,
        @Nullable Boolean attended) {}
