package fi.hytekello.body;

import fi.hytekello.platform.problem.InvalidInput;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many seats an organisation has (R3-04). Exactly one of kind and organisation is given.
 *
 * @param kind each organisation of this kind
 * @param organisation this one alone; its rule counts before that of its kind
 * @param min fewest, 0 where a seat may stay empty
 * @param max most, at least 1
 * @param deputies whether a deputy is asked for each
 */
public record SeatRule(
        @Nullable OrganisationKind kind, @Nullable OrganisationId organisation, int min, int max, boolean deputies) {

    static final int MOST = 20;

    public SeatRule {
        if ((kind == null) == (organisation == null)) {
            throw new IllegalArgumentException("A seat rule is for a kind or for one organisation");
        }
    }

    /** The rule that holds for an organisation; empty where it has no seat. */
    public static Optional<SeatRule> of(List<SeatRule> rules, Organisation organisation) {
        return rules.stream()
                .filter(rule -> organisation.id().equals(rule.organisation()))
                .findFirst()
                .or(() -> rules.stream()
                        .filter(rule -> organisation.kind() == rule.kind())
                        .findFirst());
    }

    /** @throws InvalidInput naming the field that is wrong */
    void check(int number) {
        if (min < 0 || max < 1 || max > MOST || min > max) {
            throw new InvalidInput("seats-" + number, "problem.body.seats", MOST);
        }
    }
}
