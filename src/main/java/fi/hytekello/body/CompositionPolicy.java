package fi.hytekello.body;

/** How a composition is judged; kept as decision tables, so a port. */
public interface CompositionPolicy {

    /**
     * Judges members or deputies by the quota.
     *
     * @param excused true where a special reason for another composition is stored (Act 609/1986 § 4a)
     */
    CompositionFinding quota(QuotaPolicy policy, GenderCount count, boolean excused);

    /** Judges whether the members come from enough fields. */
    CompositionFinding fields(FieldCount count);
}
