package fi.hytekello.body;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The turns of the organisations that lead a body (R4-11: every three years the next of the list).
 *
 * @param years how long each leads
 * @param since first day of the first of the list
 * @param order one after another, round and round
 */
public record LeadRotation(int years, LocalDate since, List<OrganisationId> order) {

    /** How long before a change it is told (R4-11). */
    public static final int MONTHS_AHEAD = 6;

    /**
     * Who leads on a day.
     *
     * @param until last day of the turn
     * @param next who leads after that; the same where nobody else is left
     */
    public record Lead(Organisation now, LocalDate until, Organisation next) {

        /** True from half a year before the turn ends. */
        public boolean endsSoonOn(LocalDate day) {
            return !day.isBefore(until.plusDays(1).minusMonths(MONTHS_AHEAD));
        }
    }

    public LeadRotation {
        if (years < 1) {
            throw new IllegalArgumentException("A turn lasts at least a year");
        }
        order = List.copyOf(order);
    }

    /**
     * Empty before the first day, and where none of the list is left. Who has ended before a turn begins is passed over;
     * who ends within it is followed by whoever carries on for it, else by the next of the list.
     */
    public Optional<Lead> on(LocalDate day, Lineage lineage) {
        if (order.isEmpty() || day.isBefore(since)) {
            return Optional.empty();
        }
        int place = -1;
        LocalDate starts = since;
        for (int turn = 1; ; turn++) {
            place = next(place, starts, lineage);
            LocalDate ends = since.plusYears((long) years * turn).minusDays(1);
            if (place < 0) {
                return Optional.empty();
            }
            if (!day.isAfter(ends)) {
                return lead(place, day, ends, lineage);
            }
            starts = ends.plusDays(1);
        }
    }

    private Optional<Lead> lead(int place, LocalDate day, LocalDate ends, Lineage lineage) {
        int now = lineage.on(day, order.get(place)).isPresent() ? place : next(place, day, lineage);
        if (now < 0) {
            return Optional.empty();
        }
        int next = next(now, ends.plusDays(1), lineage);
        Organisation leads = lineage.on(day, order.get(now)).orElseThrow();
        return Optional.of(new Lead(
                leads,
                ends,
                next < 0 ? leads : lineage.on(ends.plusDays(1), order.get(next)).orElseThrow()));
    }

    /** The place in the list of the first after this one that goes on on the day; -1 where none does. */
    private int next(int place, LocalDate day, Lineage lineage) {
        for (int step = 1; step <= order.size(); step++) {
            int candidate = (place + step) % order.size();
            if (lineage.on(day, order.get(candidate)).isPresent()) {
                return candidate;
            }
        }
        return -1;
    }
}
