package fi.hytekello.indicator;

import fi.hytekello.indicator.ComparedPlaces.Place;
import fi.hytekello.indicator.ComparedPlaces.Places;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.NotFound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of one indicator in a municipality: few statements, however many places are compared. */
@Service
public class IndicatorProfiles {

    private static final List<String> GENDERS = List.of("female", "male");

    private final JdbcClient jdbc;
    private final ComparedPlaces places;
    private final PopulationGroups groups;
    private final TrendTargets targets;

    IndicatorProfiles(JdbcClient jdbc, ComparedPlaces places, PopulationGroups groups, TrendTargets targets) {
        this.jdbc = jdbc;
        this.places = places;
        this.groups = groups;
        this.targets = targets;
    }

    private record Key(int indicator, int region, String gender) {}

    private record Median(
            int year, @Nullable BigDecimal county, @Nullable BigDecimal country) {}

    /**
     * @param person whose chosen municipalities it is compared with; null for none
     * @throws NotFound when there is no such indicator or municipality
     */
    @Transactional(readOnly = true)
    public IndicatorProfile of(MunicipalityCode municipality, int id, @Nullable Username person) {
        Places compared = places.of(municipality, person);
        Optional<PopulationGroup> phenomenon = groups.of(id);
        Set<Integer> ids = new LinkedHashSet<>(List.of(id));
        phenomenon.ifPresent(group -> group.parts().forEach(part -> ids.add(part.indicator())));
        Map<Integer, Indicator> indicators = indicators(municipality, ids);
        Indicator indicator = indicators.get(id);
        if (indicator == null) {
            throw new NotFound("problem.indicator.notThere");
        }
        Map<Key, List<Reading>> readings = readings(ids, compared);
        List<Median> medians = medians(id, compared.county());
        Place own = compared.first(Track.Kind.OWN);
        Track ownTrack = track(Track.Kind.OWN, own, id, "total", readings);
        return new IndicatorProfile(
                municipality,
                indicator,
                ownTrack,
                compared(indicator, ownTrack, compared, readings, medians),
                genders(own, id, readings),
                phenomenon.orElse(null),
                phenomenon.isEmpty() ? List.of() : List.copyOf(indicators.values()),
                phenomenon
                        .map(group -> parts(group, own, readings))
                        .filter(parts -> parts.stream().filter(Track::hasValues).count() > 1)
                        .orElse(List.of()),
                targets.of(municipality, id).orElse(null),
                medians.stream()
                        .map(Median::year)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private Map<Integer, Indicator> indicators(MunicipalityCode municipality, Set<Integer> ids) {
        Map<Integer, Indicator> indicators = new LinkedHashMap<>();
        jdbc.sql("""
                        select * from hyte.indicator where id in (:ids)
                            and (municipality_code is null or municipality_code = :municipality) order by id""")
                .param("ids", ids)
                .param("municipality", municipality.value())
                .query((row, n) -> Indicators.indicator(row, "id"))
                .list()
                .forEach(indicator -> indicators.put(indicator.id(), indicator));
        return indicators;
    }

    private Map<Key, List<Reading>> readings(Set<Integer> indicators, Places compared) {
        Map<Key, List<Reading>> readings = new HashMap<>();
        jdbc.sql("""
                        select o.indicator_id, o.region_id, o.gender, o.year, o.status, o.value, o.absolute, o.fetched_on,
                            coalesce(import.kind = 'BY_HAND', false) as typed
                        from hyte.observation o left join hyte.indicator_import import on import.id = o.import_id
                        where o.indicator_id in (:indicators) and o.region_id in (:regions) order by o.year""")
                .param("indicators", indicators)
                .param("regions", compared.regions())
                .query(row -> {
                    Key key = new Key(row.getInt("indicator_id"), row.getInt("region_id"), row.getString("gender"));
                    readings.computeIfAbsent(key, unknown -> new ArrayList<>()).add(Reading.of(row));
                });
        return readings;
    }

    private List<Median> medians(int id, @Nullable String county) {
        return jdbc.sql("""
                        select o.year,
                            case when count(*) filter (where n.county_code = :county::text) >= :fewest
                                then round((percentile_cont(0.5) within group (order by o.value)
                                    filter (where n.county_code = :county::text))::numeric, 4) end as county,
                            case when count(*) >= :fewest
                                then round((percentile_cont(0.5) within group (order by o.value))::numeric, 4) end as country
                        from hyte.observation o join hyte.region n on n.id = o.region_id and n.category = 'KUNTA'
                        where o.indicator_id = :indicator and o.gender = 'total' and o.value is not null
                        group by o.year""")
                .param("county", county)
                .param("fewest", ComparisonSql.FEWEST)
                .param("indicator", id)
                .query((row, n) ->
                        new Median(row.getInt("year"), row.getBigDecimal("county"), row.getBigDecimal("country")))
                .list();
    }

    private static List<Track> compared(
            Indicator indicator, Track own, Places compared, Map<Key, List<Reading>> readings, List<Median> medians) {
        List<Track> tracks = new ArrayList<>();
        compared.list().stream()
                .filter(place -> place.kind() == Track.Kind.CHOSEN)
                .forEach(place -> tracks.add(track(place.kind(), place, indicator.id(), "total", readings)));
        for (Track.Kind kind : List.of(Track.Kind.COUNTY, Track.Kind.COUNTRY)) {
            if (compared.has(kind)) {
                Track region = track(kind, compared.first(kind), indicator.id(), "total", readings);
                tracks.add(tells(region, own) && !indicator.isCount() ? region : median(region, medians));
            }
        }
        return tracks.stream()
                .filter(track -> track.kind() == Track.Kind.CHOSEN || track.hasValues())
                .toList();
    }

    /** Whether the source itself tells of the region in the year that counts. */
    private static boolean tells(Track region, Track own) {
        return own.newest()
                .map(newest -> region.values().containsKey(newest.year()))
                .orElseGet(region::hasValues);
    }

    private static Track median(Track region, List<Median> medians) {
        boolean county = region.kind() == Track.Kind.COUNTY;
        return Track.of(
                county ? Track.Kind.COUNTY_MEDIAN : Track.Kind.COUNTRY_MEDIAN,
                region.nameFi(),
                region.nameSv(),
                medians.stream()
                        .flatMap(median -> Stream.ofNullable(county ? median.county() : median.country())
                                .map(value -> Reading.computed(median.year(), value)))
                        .toList());
    }

    /** Women and men, named by the source's own words; none where it tells of neither. */
    private static List<Track> genders(Place own, int id, Map<Key, List<Reading>> readings) {
        List<Track> tracks = GENDERS.stream()
                .map(gender -> track(
                        Track.Kind.GROUP,
                        new Place(Track.Kind.GROUP, own.region(), gender, gender, null),
                        id,
                        gender,
                        readings))
                .toList();
        return tracks.stream().anyMatch(Track::hasValues) ? tracks : List.of();
    }

    private static List<Track> parts(PopulationGroup group, Place own, Map<Key, List<Reading>> readings) {
        return group.parts().stream()
                .map(part -> track(
                        Track.Kind.GROUP,
                        new Place(Track.Kind.GROUP, own.region(), part.nameFi(), part.nameSv(), null),
                        part.indicator(),
                        "total",
                        readings))
                .toList();
    }

    private static Track track(
            Track.Kind kind, Place place, int indicator, String gender, Map<Key, List<Reading>> readings) {
        Integer region = place.region();
        return Track.of(
                kind,
                place.nameFi(),
                place.nameSv(),
                region == null ? List.of() : readings.getOrDefault(new Key(indicator, region, gender), List.of()));
    }
}
