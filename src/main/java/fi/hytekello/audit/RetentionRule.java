package fi.hytekello.audit;

import java.time.Period;

/**
 * What a feature deletes when it is no longer needed (GDPR article 5(1)(e), domain chapter 1.5); a bean of the feature.
 *
 * @param what the record of it has the action {@code retention.<what>}
 * @param kept how long it is kept
 * @param deletion statement that deletes what is older than {@code :until} and returns the {@code cycle_id} of each; where
 *     that may be null, the {@code municipality_code} of the tenant too
 */
public record RetentionRule(String what, Period kept, String deletion) {}
