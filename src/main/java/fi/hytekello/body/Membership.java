package fi.hytekello.body;

import java.time.LocalDate;

/**
 * A person's time in a body in one role. It stays when it has ended: all of a body's are its composition history.
 *
 * @param version counts the changes
 */
public record Membership(long id, BodyId body, MembershipDraft content, int version) {

    public boolean isValidOn(LocalDate day) {
        LocalDate end = content.endsOn();
        return !day.isBefore(content.startsOn()) && (end == null || !day.isAfter(end));
    }

    /** True where the person has left the organisation, though not the body (R2-15). */
    public boolean isAwayFromOrganisationOn(LocalDate day) {
        LocalDate until = content.affiliationUntil();
        return until != null && day.isAfter(until);
    }

    boolean overlaps(MembershipDraft other) {
        LocalDate end = content.endsOn();
        LocalDate otherEnd = other.endsOn();
        return (end == null || !other.startsOn().isAfter(end))
                && (otherEnd == null || !content.startsOn().isAfter(otherEnd));
    }
}
