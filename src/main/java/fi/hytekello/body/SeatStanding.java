package fi.hytekello.body;

import java.time.LocalDate;
import java.util.List;

/**
 * How the seats of one organisation stand.
 *
 * @param taken by members, chair and vice chair included
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
     * @param organisations those valid on the day
     * @param members the composition of the day
     */
    static List<SeatStanding> of(
            List<SeatRule> rules, List<Organisation> organisations, List<Membership> members, LocalDate day) {
        return organisations.stream()
                .filter(organisation -> organisation.isValidOn(day))
                .flatMap(organisation ->
                        SeatRule.of(rules, organisation).stream().map(rule -> standing(organisation, rule, members)))
                .toList();
    }

    private static SeatStanding standing(Organisation organisation, SeatRule rule, List<Membership> members) {
        List<MemberRole> roles = members.stream()
                .filter(one -> organisation.id().equals(one.content().organisation()))
                .map(one -> one.content().role())
                .toList();
        return new SeatStanding(
                organisation,
                rule,
                (int) roles.stream().filter(MemberRole::holdsSeat).count(),
                (int) roles.stream().filter(role -> role == MemberRole.DEPUTY).count());
    }
}
