package fi.hytekello.indicator;

import fi.hytekello.cycle.CycleId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the indicators of a cycle's snapshot have moved over the years. */
@Repository
public class Trends {

    private final JdbcClient jdbc;

    Trends(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param value null where the source keeps it to itself
     * @param comparison what the frozen rule compares with, in that year; null where there is none
     * @param fetchedOn the day on which the source gave the value; null where it is not known
     * @param typed whether a person of the municipality typed it
     */
    public record Point(
            int year,
            @Nullable BigDecimal value,
            @Nullable BigDecimal comparison,
            @Nullable LocalDate fetchedOn,
            boolean typed) {

        /** As the source told it. */
        public Reading reading() {
            return new Reading(
                    year, value == null ? ValueStatus.SUPPRESSED : ValueStatus.OK, value, null, fetchedOn, typed);
        }
    }

    /**
     * The years up to the frozen one by indicator, oldest first; the frozen year has its frozen value. An indicator
     * without a value is not there, a year without one neither, unless the source suppressed it.
     *
     * @param years how many calendar years to look back
     */
    public Map<Integer, List<Point>> of(CycleId cycle, int years) {
        Map<Integer, List<Point>> trends = new TreeMap<>();
        jdbc.sql("""
                        select v.indicator_id, o.year, o.fetched_on, coalesce(import.kind = 'BY_HAND', false) as typed,
                            case when o.year = v.year then v.value else o.value end as value,
                            case when o.year = v.year then v.comparison else compared.value end as comparison
                        from hyte.snapshot_value v
                        join hyte.cycle c on c.id = v.cycle_id
                        join hyte.municipality m on m.code = c.municipality_code
                        join hyte.region r on r.category = 'KUNTA' and r.code = m.code
                        join hyte.observation o on o.indicator_id = v.indicator_id and o.region_id = r.id
                            and o.gender = 'total' and (o.value is not null or o.status = 'SUPPRESSED')
                            and o.year <= v.year and o.year > v.year - :years
                        left join hyte.indicator_import import on import.id = o.import_id
                        """ + ComparisonSql.lateral("o.indicator_id", "o.year", "v.reference") + """
                        where v.cycle_id = :cycle order by v.indicator_id, o.year""")
                .param("cycle", cycle.value())
                .param("years", years)
                .param("fewest", ComparisonSql.FEWEST)
                .query(row -> {
                    trends.computeIfAbsent(row.getInt("indicator_id"), id -> new ArrayList<>())
                            .add(new Point(
                                    row.getInt("year"),
                                    row.getBigDecimal("value"),
                                    row.getBigDecimal("comparison"),
                                    row.getObject("fetched_on", LocalDate.class),
                                    row.getBoolean("typed")));
                });
        return trends;
    }
}
