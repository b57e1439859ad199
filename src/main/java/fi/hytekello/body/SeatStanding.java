package fi.hytekello.body;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the seats of one organisation stand.
 *
 * @param taken by members, chair and vice chair included; by those too whose organisation it has carried on for, but not
 *     by those who have left their organisation
 * @param deputies how many deputies there are
 */
public record SeatStanding(Organisation organisation, SeatRule rule, int taken, int deputies) {

    /** What is to be done about them. */
    public enum State {
        /** Fewer than the rule's least. */
        MISSING,
        /** More than the rule's most: one seat is one seat (R3-04). */
        TOO_MANY,
        /** As many as there should be, but a deputy is missing where they are asked for. */
        DEPUTY_MISSING,
        IN_ORDER
    }

    public State state() {
        if (taken < rule.min()) {
            return State.MISSING;
        }
        if (taken > rule.max()) {
            return State.TOO_MANY;
        }
        return rule.deputies() && deputies < taken ? State.DEPUTY_MISSING : State.IN_ORDER;
    }

    /**
     * The seats of all organisations that have any on a day, in the order of the organisations; gaps are seen (R4-07).
     *
     * @param organisations all of the register
     * @param members the composition of the day
     */
    static List<SeatStanding> of(
            List<SeatRule> rules, List<Organisation> organisations, List<Membership> members, LocalDate day) {
        Map<OrganisationId, List<MemberRole>> roles = roles(Lineage.of(organisations), members, day);
        return organisations.stream()
                .filter(organisation -> organisation.isValidOn(day))
                .flatMap(organisation -> SeatRule.of(rules, organisation).stream()
                        .map(rule -> standing(organisation, rule, roles.getOrDefault(organisation.id(), List.of()))))
                .toList();
    }

    /** The roles by the organisation whose seats they take now. */
    private static Map<OrganisationId, List<MemberRole>> roles(
            Lineage lineage, List<Membership> members, LocalDate day) {
        Map<OrganisationId, List<MemberRole>> roles = new HashMap<>();
        for (Membership member : members) {
            OrganisationId from = member.content().organisation();
            if (from != null && !member.isAwayFromOrganisationOn(day)) {
                lineage.on(day, from)
                        .ifPresent(now -> roles.computeIfAbsent(now.id(), none -> new ArrayList<>())
                                .add(member.content().role()));
            }
        }
        return roles;
    }

    private static SeatStanding standing(Organisation organisation, SeatRule rule, List<MemberRole> roles) {
        return new SeatStanding(
                organisation,
                rule,
                (int) roles.stream().filter(MemberRole::holdsSeat).count(),
                (int) roles.stream().filter(role -> role == MemberRole.DEPUTY).count());
    }
}
