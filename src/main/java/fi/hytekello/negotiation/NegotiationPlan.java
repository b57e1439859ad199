package fi.hytekello.negotiation;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Publication;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is prepared; a draft may be incomplete.
 *
 * @param date and times in Europe/Helsinki
 */
public record NegotiationPlan(
        Convener convener,
        @Nullable LocalDate date,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        @Nullable String place,
        @Nullable String remoteLink,
        Map<Heading, String> topics) {

    public NegotiationPlan {
        topics = Map.copyOf(topics);
    }

    /** @throws InvalidInput when the end is not after the start, a time lacks its date or the link is no web address */
    void check() {
        if (date == null && (from != null || to != null)) {
            throw new InvalidInput("meetingDate", "problem.answer.missing");
        }
        if (date != null && from == null) {
            throw new InvalidInput("meetingFrom", "problem.answer.missing");
        }
        if (date != null && to == null) {
            throw new InvalidInput("meetingTo", "problem.answer.missing");
        }
        if (from != null && to != null && !to.isAfter(from)) {
            throw new InvalidInput("meetingTo", "problem.negotiation.end");
        }
        if (remoteLink != null && !Publication.isWebAddress(remoteLink)) {
            throw new InvalidInput("remoteLink", "problem.publication.address");
        }
    }

    @Nullable
    Instant startsAt() {
        return at(from);
    }

    @Nullable
    Instant endsAt() {
        return at(to);
    }

    private @Nullable Instant at(@Nullable LocalTime time) {
        return date == null || time == null
                ? null
                : date.atTime(time).atZone(Finland.ZONE).toInstant();
    }
}
