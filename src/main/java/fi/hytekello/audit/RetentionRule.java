package fi.hytekello.audit;

import java.time.Period;

/**
 * What a feature deletes when it is no longer needed (GDPR article 5(1)(e), domain chapter 1.5); a bean of the feature.
 *
 * @param what the record of it has the action {@code retention.<what>}
 * @param kept how long it is kept
 * @param deletion statement that deletes what is older than {@code :until} and returns what {@code of} asks for
 */
public record RetentionRule(String what, Period kept, String deletion, Of of) {

    /** To what the deleted things belonged, which is the subject of the record. */
    public enum Of {
        /** Years: the deletion returns the {@code cycle_id} of each; of a thing of no year there is no record. */
        CYCLE("""
                c.municipality_code, c.id, 'cycle:' || c.municipality_code || '/' || c.year, count(*)
                from gone join hyte.cycle c on c.id = gone.cycle_id group by c.id"""),
        /** Other matters: the deletion returns the {@code municipality_code} and the {@code matter} of each. */
        MATTER("gone.municipality_code, null::bigint, gone.matter, count(*) from gone group by 1, 3");

        private final String deleted;

        Of(String deleted) {
            this.deleted = deleted;
        }

        /** Tenant, cycle, subject and number of what is {@code gone}. */
        String deleted() {
            return deleted;
        }
    }

    /** Of things that belong to years. */
    public RetentionRule(String what, Period kept, String deletion) {
        this(what, kept, deletion, Of.CYCLE);
    }
}
