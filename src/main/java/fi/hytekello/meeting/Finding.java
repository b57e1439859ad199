package fi.hytekello.meeting;

import java.time.LocalDate;

/**
 * What somebody should see to in a body's year.
 *
 * @param about the day that it is about: the end of the quarter, the change of the lead, the last day of memberships or
 *     of the body
 */
public record Finding(long id, Kind kind, LocalDate about) {

    /** What was found. */
    public enum Kind {
        /** Fewer meetings have been held or arranged than the body is to have by then (R4-04). */
        FEW_MEETINGS,
        /** The lead goes to the next organisation in half a year (R4-11). */
        LEAD_CHANGES,
        MEMBERSHIPS_END,
        BODY_ENDS
    }
}
