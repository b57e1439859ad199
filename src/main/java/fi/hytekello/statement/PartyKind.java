package fi.hytekello.statement;

/** Who gives statements; each council has its section in the Local Government Act 410/2015. */
public enum PartyKind {
    /** § 27. */
    OLDER_PEOPLES_COUNCIL,
    /** § 28. */
    DISABILITY_COUNCIL,
    /** § 26. */
    YOUTH_COUNCIL,
    /** An invited organisation (§ 22). */
    NGO;

    /** True for those whom the law gives a right to influence: leaving one out needs a reason. */
    public boolean isCouncil() {
        return this != NGO;
    }
}
