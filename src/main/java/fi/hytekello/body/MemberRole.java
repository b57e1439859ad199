package fi.hytekello.body;

import java.util.Arrays;
import java.util.List;

/** What a person is in a body; the order is that of lists. */
public enum MemberRole {
    CHAIR,
    VICE_CHAIR,
    MEMBER,
    DEPUTY,
    SECRETARY,
    EXPERT,
    /** By the body itself, with an {@link Invitation} (R3-07). */
    INVITED,
    /** Without a vote (R2-16). */
    HONORARY;

    /** True for those who hold a seat; all others count nowhere (R3-03, R3-07). */
    public boolean holdsSeat() {
        return this == CHAIR || this == VICE_CHAIR || this == MEMBER;
    }

    /** Those that a member may take; nobody is invited without the body's decision. */
    public static List<MemberRole> ofMembers() {
        return Arrays.stream(values()).filter(role -> role != INVITED).toList();
    }
}
