package fi.hytekello.body;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who carries on for an organisation that has ended: municipalities merge and joint authorities are dissolved within a
 * term (domain chapter 5.3).
 *
 * @param organisations all of one register
 */
public record Lineage(Map<OrganisationId, Organisation> organisations) {

    public Lineage {
        organisations = Map.copyOf(organisations);
    }

    public static Lineage of(Collection<Organisation> register) {
        return new Lineage(register.stream().collect(Collectors.toMap(Organisation::id, Function.identity())));
    }

    /**
     * The organisation itself while it goes on, then its successor's successor and so forth; empty where the last of
     * them has been dissolved, or nobody knows the organisation.
     */
    public Optional<Organisation> on(LocalDate day, OrganisationId id) {
        Set<OrganisationId> seen = new HashSet<>();
        Organisation found = organisations.get(id);
        while (found != null && found.hasEndedOn(day) && seen.add(found.id())) {
            OrganisationId next = found.successor();
            found = next == null ? null : organisations.get(next);
        }
        return Optional.ofNullable(found).filter(one -> one.isValidOn(day));
    }

    /** True where one of the two carries on, or will, for the other. */
    boolean leads(OrganisationId from, OrganisationId to) {
        Set<OrganisationId> seen = new HashSet<>();
        for (@Nullable OrganisationId at = from; at != null && seen.add(at); ) {
            if (at.equals(to)) {
                return true;
            }
            Organisation one = organisations.get(at);
            at = one == null ? null : one.successor();
        }
        return false;
    }
}
