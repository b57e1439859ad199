package fi.hytekello.meeting;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Publication;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What is prepared; a draft may be incomplete. Components as in {@link Meeting}.
 *
 * @param day and times in Europe/Helsinki
 * @param datesDueOn until when the members are asked which dates suit them
 */
public record MeetingPlan(
        @Nullable LocalDate day,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        @Nullable String place,
        @Nullable String remoteLink,
        @Nullable OrganisationId host,
        @Nullable String theme,
        @Nullable String agenda,
        @Nullable LocalDate datesDueOn) {

    /** @throws InvalidInput when the times are incomplete or out of order, the link is no web address, a text too long */
    void check() {
        if (day == null && (from != null || to != null)) {
            throw new InvalidInput("meetingDay", "problem.answer.missing");
        }
        if (day != null && from == null) {
            throw new InvalidInput("meetingFrom", "problem.answer.missing");
        }
        if (day != null && to == null) {
            throw new InvalidInput("meetingTo", "problem.answer.missing");
        }
        if (from != null && to != null && !to.isAfter(from)) {
            throw new InvalidInput("meetingTo", "problem.negotiation.end");
        }
        if (remoteLink != null && !Publication.isWebAddress(remoteLink)) {
            throw new InvalidInput("remoteLink", "problem.publication.address");
        }
        Texts.limit("place", place, 300);
        Texts.limit("remoteLink", remoteLink, 500);
        Texts.limit("theme", theme, 300);
        Texts.limit("agenda", agenda, 8000);
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
        return day == null || time == null
                ? null
                : day.atTime(time).atZone(Finland.ZONE).toInstant();
    }
}
