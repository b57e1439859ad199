package fi.hytekello.indicator;

import fi.hytekello.municipality.Languages;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The readings of one indicator over the years, of one place or group of people.
 *
 * @param nameFi of the municipality, county, country or group; of a median, of the region whose municipalities it is of
 * @param readings by year, oldest first
 */
public record Track(Kind kind, String nameFi, String nameSv, SortedMap<Integer, Reading> readings) {

    /** Whose readings they are. */
    public enum Kind {
        OWN,
        /** A municipality that the reader chose to compare with. */
        CHOSEN,
        /** Median of the municipalities that the municipality has chosen for its lights. */
        CHOSEN_MEDIAN,
        /** The wellbeing services county as the source tells of it. */
        COUNTY,
        /** Median of the county's municipalities, where the source does not tell of the county. */
        COUNTY_MEDIAN,
        COUNTRY,
        COUNTRY_MEDIAN,
        /** A part of the municipality's own people. */
        GROUP;

        public boolean isMedian() {
            return this == COUNTY_MEDIAN || this == COUNTRY_MEDIAN || this == CHOSEN_MEDIAN;
        }

        public boolean isRegion() {
            return isMedian() || this == COUNTY || this == COUNTRY;
        }
    }

    public Track {
        readings = new TreeMap<>(readings);
    }

    static Track of(Kind kind, String nameFi, String nameSv, Collection<Reading> readings) {
        TreeMap<Integer, Reading> byYear = new TreeMap<>();
        readings.forEach(reading -> byYear.put(reading.year(), reading));
        return new Track(kind, nameFi, nameSv, byYear);
    }

    public String name(Locale locale) {
        return Languages.isSwedish(locale) ? nameSv : nameFi;
    }

    /** The values by year; years without one are not there. */
    public SortedMap<Integer, BigDecimal> values() {
        TreeMap<Integer, BigDecimal> values = new TreeMap<>();
        readings.values().stream()
                .filter(reading -> reading.value() != null)
                .forEach(reading -> values.put(reading.year(), reading.value()));
        return values;
    }

    /** The years whose value the source keeps to itself. */
    public SortedSet<Integer> suppressed() {
        TreeSet<Integer> years = new TreeSet<>();
        readings.values().stream()
                .filter(reading -> reading.status() == ValueStatus.SUPPRESSED)
                .forEach(reading -> years.add(reading.year()));
        return years;
    }

    /** The newest year that has a value. */
    public Optional<Reading> newest() {
        return readings.values().stream()
                .filter(reading -> reading.value() != null)
                .reduce((older, newer) -> newer);
    }

    public boolean hasValues() {
        return newest().isPresent();
    }
}
