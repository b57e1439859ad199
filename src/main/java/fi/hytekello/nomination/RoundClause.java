package fi.hytekello.nomination;

/** What the letter asks or tells besides its own text (R3-15); each is on unless the coordinator takes it out. */
public enum RoundClause {
    /** A woman and a man for every seat (Act 609/1986 § 4a). */
    GENDERS("clause_genders"),
    DEPUTIES("clause_deputies"),
    /** The privacy notice, as an appendix (GDPR art. 13 and 14). */
    PRIVACY("clause_privacy"),
    LANGUAGE("clause_language"),
    /** Who in the organisation decides, and that its decision is asked for. */
    DECIDER("clause_decider");

    private final String column;

    RoundClause(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
