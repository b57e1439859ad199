package fi.hytekello.body;

import java.time.LocalDate;

/**
 * The body's own decision to invite somebody to its meetings, for a time or to one meeting (R3-07). Whoever is invited
 * has no seat and does not count in the quota.
 *
 * @param decidedOn the meeting that decided, not later than today
 * @param section § of its memo, empty where there is none
 */
public record Invitation(InvitedAs as, LocalDate decidedOn, String section) {

    private static final int LONGEST_SECTION = 40;

    public Invitation {
        section = section.strip();
    }

    /** @throws fi.hytekello.platform.problem.InvalidInput naming the field that is wrong */
    void check() {
        Checks.limit("invitedSection", section, LONGEST_SECTION);
    }
}
