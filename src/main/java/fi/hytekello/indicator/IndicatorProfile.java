package fi.hytekello.indicator;

import fi.hytekello.municipality.MunicipalityCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of a municipality, with all it is compared with.
 *
 * @param own the municipality itself, all people
 * @param compared the chosen municipalities in their order, then the county, then the country; a county is missing where
 *     the municipality belongs to none or fewer than three of its municipalities have values
 * @param genders women and men of the municipality; empty where the source does not tell them apart
 * @param phenomenon of which this indicator and its relatives tell; null where it has none
 * @param relatives the indicators of the phenomenon, this one among them
 * @param groups the same phenomenon among parts of the people; empty unless values of at least two are known
 * @param target what the municipality wants to reach; null where none is set
 * @param sourceYear the newest year of which the source tells of any municipality
 */
public record IndicatorProfile(
        MunicipalityCode municipality,
        Indicator indicator,
        Track own,
        List<Track> compared,
        List<Track> genders,
        @Nullable PopulationGroup phenomenon,
        List<Indicator> relatives,
        List<Track> groups,
        @Nullable TrendTarget target,
        @Nullable Integer sourceYear) {

    public IndicatorProfile {
        compared = List.copyOf(compared);
        genders = List.copyOf(genders);
        groups = List.copyOf(groups);
        relatives = List.copyOf(relatives);
    }

    public Optional<Reading> newest() {
        return own.newest();
    }

    /** County and country. */
    public List<Track> regions() {
        return compared.stream().filter(track -> track.kind().isRegion()).toList();
    }

    /** The year in which places are compared: the newest of which there is an own value. */
    public Optional<Integer> comparedYear() {
        return newest().map(Reading::year);
    }

    /** Of the compared year, and of the newest values of those that have none of it. */
    public Citation comparisonCitation() {
        int year = comparedYear().orElseThrow();
        List<Track> source = Stream.concat(Stream.of(own), compared.stream())
                .filter(track -> !track.kind().isMedian())
                .toList();
        return Citation.of(
                List.of(indicator),
                source.stream()
                        .flatMap(track ->
                                Stream.concat(Stream.ofNullable(track.readings().get(year)), track.newest().stream()))
                        .toList(),
                source.size() <= compared.size());
    }

    /** Of the parts of the people: it names every indicator that tells of one. */
    public Citation groupsCitation() {
        return Citation.of(
                relatives,
                groups.stream()
                        .flatMap(track -> track.readings().values().stream())
                        .toList(),
                false);
    }

    /** The indicator that tells of the group of this number. */
    public Indicator relative(int group) {
        int id = Objects.requireNonNull(phenomenon).parts().get(group).indicator();
        return relatives.stream()
                .filter(relative -> relative.id() == id)
                .findFirst()
                .orElse(indicator);
    }
}
