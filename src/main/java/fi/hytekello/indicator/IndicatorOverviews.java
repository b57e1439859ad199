package fi.hytekello.indicator;

import fi.hytekello.indicator.ComparedPlaces.Places;
import fi.hytekello.indicator.OverviewRow.Compared;
import fi.hytekello.municipality.MunicipalityCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The indicators of a municipality with their years and what they are compared with: four statements in all. */
@Service
public class IndicatorOverviews {

    private final JdbcClient jdbc;
    private final ComparedPlaces places;

    IndicatorOverviews(JdbcClient jdbc, ComparedPlaces places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    /**
     * Which indicators are wanted.
     *
     * @param theme one theme, empty for all
     * @param text part of the title in either language, or the whole id; empty for all
     */
    public record Filter(String theme, String text) {

        public static final Filter ALL = new Filter("", "");

        public Filter {
            theme = theme.strip();
            text = text.strip();
        }

        public boolean isOpen() {
            return theme.isEmpty() && text.isEmpty();
        }
    }

    private record Comparison(
            @Nullable Compared county, @Nullable Compared country, int sourceYear, int decimals) {}

    /** By theme, then by id; also those without a value. */
    @Transactional(readOnly = true)
    public List<OverviewRow> of(MunicipalityCode municipality, Filter filter) {
        Places compared = places.of(municipality, null);
        int own = compared.region(Track.Kind.OWN);
        ComparedPlaces.Place place = compared.first(Track.Kind.OWN);
        Map<Integer, Indicator> indicators = new LinkedHashMap<>();
        Map<Integer, List<Reading>> readings = new HashMap<>();
        jdbc.sql("""
                        select i.*, o.year, o.status, o.value, o.absolute, o.fetched_on,
                            coalesce(import.kind = 'BY_HAND', false) as typed
                        from hyte.indicator i
                        left join hyte.observation o
                            on o.indicator_id = i.id and o.region_id = :own and o.gender = 'total'
                        left join hyte.indicator_import import on import.id = o.import_id
                        where (i.municipality_code is null or i.municipality_code = :municipality) and (:theme = '' or i.theme = :theme)
                            and (:text = '' or strpos(lower(i.title_fi), lower(:text)) > 0
                                or strpos(lower(i.title_sv), lower(:text)) > 0 or i.id::text = :text)
                        order by i.theme, i.id, o.year""")
                .param("own", own)
                .param("municipality", municipality.value())
                .param("theme", filter.theme())
                .param("text", filter.text())
                .query(row -> {
                    Indicator indicator = Indicators.indicator(row, "id");
                    indicators.put(indicator.id(), indicator);
                    List<Reading> known = readings.computeIfAbsent(indicator.id(), unknown -> new ArrayList<>());
                    if (row.getString("status") != null) {
                        known.add(Reading.of(row));
                    }
                });
        Map<Integer, Comparison> comparisons = comparisons(compared);
        return indicators.values().stream()
                .map(indicator -> row(
                        indicator,
                        Track.of(
                                Track.Kind.OWN,
                                place.nameFi(),
                                place.nameSv(),
                                readings.getOrDefault(indicator.id(), List.of())),
                        comparisons.get(indicator.id())))
                .toList();
    }

    /** All themes of the catalogue and of the municipality's own indicators, as codes. */
    public List<String> themes(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select distinct theme from hyte.indicator
                        where municipality_code is null or municipality_code = :municipality order by theme""")
                .param("municipality", municipality.value())
                .query(String.class)
                .list();
    }

    private static OverviewRow row(Indicator indicator, Track own, @Nullable Comparison comparison) {
        return comparison == null
                ? new OverviewRow(indicator, own, null, null, null, 0)
                : new OverviewRow(
                        indicator,
                        own,
                        comparison.county(),
                        comparison.country(),
                        comparison.sourceYear(),
                        comparison.decimals());
    }

    /** Of each indicator with an own value, in the year of the newest, by indicator id. */
    private Map<Integer, Comparison> comparisons(Places compared) {
        Map<Integer, Comparison> comparisons = new HashMap<>();
        jdbc.sql("""
                        select newest.indicator_id, medians.*, source.year as source_year,
                            case when i.unit_fi <> :count then county.value end as county_value,
                            case when i.unit_fi <> :count then country.value end as country_value
                        from (select distinct on (indicator_id) indicator_id, year from hyte.observation
                            where region_id = :own and gender = 'total' and value is not null
                            order by indicator_id, year desc) newest
                        join hyte.indicator i on i.id = newest.indicator_id
                        cross join lateral (
                            select percentile_cont(0.5) within group (order by o.value) as country_median,
                                count(*) as country_count,
                                percentile_cont(0.5) within group (order by o.value)
                                    filter (where n.county_code = :county::text) as county_median,
                                count(*) filter (where n.county_code = :county::text) as county_count,
                                max(scale(trim_scale(o.value))) as decimals
                            from hyte.observation o join hyte.region n on n.id = o.region_id and n.category = 'KUNTA'
                            where o.indicator_id = newest.indicator_id and o.gender = 'total'
                                and o.year = newest.year and o.value is not null) medians
                        cross join lateral (
                            select max(o.year) as year from hyte.observation o
                            where o.indicator_id = newest.indicator_id and o.gender = 'total' and o.value is not null) source
                        left join hyte.observation county on county.indicator_id = newest.indicator_id
                            and county.region_id = :countyRegion and county.gender = 'total' and county.year = newest.year
                        left join hyte.observation country on country.indicator_id = newest.indicator_id
                            and country.region_id = :countryRegion and country.gender = 'total'
                            and country.year = newest.year""")
                .param("own", compared.region(Track.Kind.OWN))
                .param("county", compared.county())
                .param("countyRegion", compared.region(Track.Kind.COUNTY))
                .param("countryRegion", compared.region(Track.Kind.COUNTRY))
                .param("count", Indicator.COUNTED)
                .query(row -> {
                    comparisons.put(
                            row.getInt("indicator_id"),
                            new Comparison(
                                    compared(row, "county"),
                                    compared(row, "country"),
                                    row.getInt("source_year"),
                                    Math.min(2, row.getInt("decimals"))));
                });
        return comparisons;
    }

    private static @Nullable Compared compared(ResultSet row, String region) throws SQLException {
        BigDecimal own = row.getBigDecimal(region + "_value");
        if (own != null) {
            return new Compared(own, false);
        }
        BigDecimal median = row.getBigDecimal(region + "_median");
        return median == null || row.getInt(region + "_count") < ComparisonSql.FEWEST
                ? null
                : new Compared(median, true);
    }
}
