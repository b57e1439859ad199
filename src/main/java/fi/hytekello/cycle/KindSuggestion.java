package fi.hytekello.cycle;

/**
 * Which kind of year the decision table {@code report-kind} suggests, and why.
 *
 * @param termInDanger true where the law's one broad report per term is not in sight (järjestämislaki 612/2021 § 6)
 */
public record KindSuggestion(Cycle.Kind kind, Reason reason, boolean termInDanger) {

    /** Why; each is told by the message {@code kind.reason.<name>}. */
    public enum Reason {
        TERM_UNKNOWN,
        BROAD_EXISTS,
        TERM_BEGINS,
        FIRST_FULL_YEAR,
        BROAD_MISSING,
        LAST_CHANCE
    }
}
