package fi.hytekello.negotiation;

import fi.hytekello.cycle.CycleId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The negotiation of one cycle (järjestämislaki 612/2021 § 6–7, domain 1.1 L-10 and L-11).
 *
 * @param place address or room, null for a remote meeting
 * @param remoteLink web address of the meeting, null where people meet in one place
 * @param reason why it was moved or not held
 * @param topics what is on the agenda under each heading; an empty heading is missing
 * @param participants those who are on the list now
 * @param version counts the changes
 */
public record Negotiation(
        CycleId cycle,
        Convener convener,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String place,
        @Nullable String remoteLink,
        State state,
        @Nullable String reason,
        @Nullable String memo,
        int version,
        Map<Heading, String> topics,
        List<Participant> participants,
        List<AgreedAction> actions) {

    /** How far the negotiation is. */
    public enum State {
        PREPARING,
        ARRANGED,
        HELD,
        NOT_HELD
    }

    public Negotiation {
        topics = Map.copyOf(topics);
        participants = List.copyOf(participants);
        actions = List.copyOf(actions);
    }
}
