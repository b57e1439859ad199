package fi.hytekello.body;

/** What a person is in a body; the order is that of lists. */
public enum MemberRole {
    CHAIR,
    VICE_CHAIR,
    MEMBER,
    DEPUTY,
    SECRETARY,
    EXPERT,
    /** Without a vote (R2-16). */
    HONORARY;

    /** True for those who hold a seat; secretary, expert and honorary chair count nowhere (R3-03). */
    public boolean holdsSeat() {
        return this == CHAIR || this == VICE_CHAIR || this == MEMBER;
    }
}
