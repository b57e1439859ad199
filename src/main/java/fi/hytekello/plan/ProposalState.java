package fi.hytekello.plan;

/** How far a department's proposals have come. */
public enum ProposalState {
    OPEN,
    /** Submitted; the people named in it have not all confirmed yet. */
    CONFIRMING,
    SUBMITTED,
    RETURNED,
    APPROVED,
    COMMITTEE_APPROVED;

    /** True while the department itself may change its proposals. */
    public boolean isEditable() {
        return this == OPEN || this == RETURNED;
    }
}
