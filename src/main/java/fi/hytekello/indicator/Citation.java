package fi.hytekello.indicator;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where figures come from: what is cited under every picture and table of them (domain chapter 3.1: the source, the
 * producer and the indicator, as the licence asks).
 *
 * @param years of which figures are shown
 * @param fetched the days on which the source gave them, as far as known
 * @param fetchKnown whether that day is known of all of them
 * @param typed whether a person of the municipality typed some of them, as the source does not have them yet
 * @param medians whether there are medians among them, which are computed from the source's values
 */
public record Citation(
        List<Indicator> indicators,
        SortedSet<Integer> years,
        SortedSet<LocalDate> fetched,
        boolean fetchKnown,
        boolean typed,
        boolean medians) {

    public Citation {
        indicators = List.copyOf(indicators);
        years = new TreeSet<>(years);
        fetched = new TreeSet<>(fetched);
    }

    public static Citation of(Indicator indicator, Collection<Track> shown) {
        List<Track> source =
                shown.stream().filter(track -> !track.kind().isMedian()).toList();
        return of(
                List.of(indicator),
                source.stream()
                        .flatMap(track -> track.readings().values().stream())
                        .toList(),
                source.size() < shown.size());
    }

    public static Citation of(Collection<Indicator> indicators, Collection<Reading> readings, boolean medians) {
        TreeSet<Integer> years = new TreeSet<>();
        TreeSet<LocalDate> fetched = new TreeSet<>();
        readings.forEach(reading -> years.add(reading.year()));
        readings.stream().map(Reading::fetchedOn).filter(Objects::nonNull).forEach(fetched::add);
        boolean known = readings.stream().allMatch(reading -> reading.fetchedOn() != null);
        boolean typed = readings.stream().anyMatch(Reading::typed);
        return new Citation(List.copyOf(indicators), years, fetched, known, typed, medians);
    }

    /** Of one frozen value; the comparison beside it is told by its own words. */
    public static Citation of(SnapshotValue value) {
        Integer year = value.year();
        Basis basis = value.basis();
        return of(
                List.of(value.indicator()),
                year == null
                        ? List.of()
                        : List.of(new Reading(
                                year,
                                basis.status(),
                                value.value(),
                                basis.absolute(),
                                basis.fetchedOn(),
                                basis.source() == ValueSource.BY_HAND)),
                false);
    }
}
