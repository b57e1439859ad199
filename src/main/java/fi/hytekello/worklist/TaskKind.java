package fi.hytekello.worklist;

import java.util.Locale;

/** Kinds of tasks whose deadlines are watched in different ways; the table {@code reminder-policy} knows them. */
public enum TaskKind {
    ORDINARY,
    /** A department's proposals: a month's work of many. */
    PROPOSAL,
    /** Somebody accepts, returns or rejects what others have made and wait for. */
    APPROVAL,
    /** A secretary records what an elected body decided. */
    DECISION,
    /** A return or an address to correct, for which only five working days are given (domain chapter 2.5, row 17). */
    CORRECTION;

    /** As the decision tables write it, such as {@code ordinary}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
