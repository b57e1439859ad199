package fi.hytekello.negotiation;

import fi.hytekello.cycle.CycleId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The meeting of a negotiation that is arranged or has been held.
 *
 * @param place address or room, null for a remote meeting
 * @param remoteLink web address of the meeting, null where people meet in one place
 * @param emails of those on the list, in lower case
 */
public record Meeting(
        CycleId cycle,
        Instant startsAt,
        Instant endsAt,
        @Nullable String place,
        @Nullable String remoteLink,
        Set<String> emails) {

    public Meeting {
        emails = Set.copyOf(emails);
    }
}
