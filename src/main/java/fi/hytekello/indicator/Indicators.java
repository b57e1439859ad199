package fi.hytekello.indicator;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.plan.MeasureId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The indicators of each cycle's snapshot; empty until the values are frozen. */
@Repository
public class Indicators {

    private static final String SELECT = """
            select v.*, i.title_fi, i.title_sv, i.unit_fi, i.unit_sv, i.direction, i.theme, i.producer_fi, i.producer_sv
            from hyte.snapshot_value v join hyte.indicator i on i.id = v.indicator_id where v.cycle_id = :cycle
            """;

    private final JdbcClient jdbc;

    Indicators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By department, then by id. */
    public List<SnapshotValue> of(CycleId cycle) {
        return jdbc.sql(SELECT + " order by v.department_code, v.indicator_id")
                .param("cycle", cycle.value())
                .query(Indicators::value)
                .list();
    }

    /** Their names in Finnish and in Swedish by id, in the order of {@link #of(CycleId)}. */
    public Map<Integer, List<String>> names(CycleId cycle) {
        Map<Integer, List<String>> names = new LinkedHashMap<>();
        of(cycle).stream()
                .map(SnapshotValue::indicator)
                .forEach(one -> names.put(one.id(), List.of(one.titleFi(), one.titleSv())));
        return names;
    }

    /** Those that this department owns, by id. */
    public List<SnapshotValue> of(CycleId cycle, DepartmentCode department) {
        return jdbc.sql(SELECT + " and v.department_code = :department order by v.indicator_id")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .query(Indicators::value)
                .list();
    }

    /**
     * The newest frozen value of each of these indicators in the municipality, by indicator id; an indicator that was
     * never frozen is missing.
     */
    public Map<Integer, SnapshotValue> newest(MunicipalityCode municipality, Collection<Integer> indicators) {
        if (indicators.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select distinct on (v.indicator_id) v.*, i.title_fi, i.title_sv, i.unit_fi, i.unit_sv, i.direction,
                            i.theme, i.producer_fi, i.producer_sv
                        from hyte.snapshot_value v join hyte.indicator i on i.id = v.indicator_id
                            join hyte.cycle c on c.id = v.cycle_id
                        where c.municipality_code = :municipality and v.indicator_id in (:indicators)
                        order by v.indicator_id, c.year desc""")
                .param("municipality", municipality.value())
                .param("indicators", indicators)
                .query(Indicators::value)
                .list()
                .stream()
                .collect(Collectors.toMap(value -> value.indicator().id(), value -> value));
    }

    /** The departments that own at least one indicator of the snapshot, by code. */
    public List<DepartmentCode> departments(CycleId cycle) {
        return jdbc.sql("""
                        select distinct department_code from hyte.snapshot_value where cycle_id = :cycle
                        order by department_code""")
                .param("cycle", cycle.value())
                .query((row, n) -> new DepartmentCode(row.getString("department_code")))
                .list();
    }

    /** How many indicators have each light; every light is there, in the order of {@link Light}. */
    public Map<Light, Integer> countsByLight(CycleId cycle) {
        Map<Light, Integer> counts = new EnumMap<>(Light.class);
        for (Light light : Light.values()) {
            counts.put(light, 0);
        }
        jdbc.sql("select light, count(*) as n from hyte.snapshot_value where cycle_id = :cycle group by light")
                .param("cycle", cycle.value())
                .query((ResultSet row) -> {
                    counts.put(Light.valueOf(row.getString("light")), row.getInt("n"));
                });
        return counts;
    }

    private static SnapshotValue value(ResultSet row, int number) throws SQLException {
        return new SnapshotValue(
                indicator(row, "indicator_id"),
                row.getObject("year", Integer.class),
                row.getBigDecimal("value"),
                row.getBigDecimal("comparison"),
                row.getObject("source_year", Integer.class),
                Light.valueOf(row.getString("light")),
                basis(row),
                row.getString("explanation"),
                username(row.getString("explained_by")),
                row.getObject("unexplained_at") != null,
                row.getBoolean("corrective_wanted"),
                measure(row.getObject("corrective_measure", Long.class)));
    }

    static Indicator indicator(ResultSet row, String id) throws SQLException {
        return new Indicator(
                row.getInt(id),
                row.getString("title_fi"),
                row.getString("title_sv"),
                row.getString("unit_fi"),
                row.getString("unit_sv"),
                Direction.valueOf(row.getString("direction")),
                row.getString("theme"),
                new DepartmentCode(row.getString("department_code")),
                row.getString("producer_fi"),
                row.getString("producer_sv"));
    }

    private static Basis basis(ResultSet row) throws SQLException {
        return new Basis(
                ValueStatus.valueOf(row.getString("status")),
                row.getBigDecimal("absolute"),
                row.getBigDecimal("margin"),
                new LightRule(
                        LightRule.Kind.valueOf(row.getString("rule")),
                        LightRule.Reference.valueOf(row.getString("reference")),
                        row.getBigDecimal("target"),
                        row.getObject("target_year", Integer.class),
                        row.getBigDecimal("tolerance")),
                LightReason.valueOf(row.getString("reason")),
                ValueSource.valueOf(row.getString("source")),
                row.getObject("fetched_on", LocalDate.class));
    }

    private static @Nullable Username username(@Nullable String name) {
        return name == null ? null : new Username(name);
    }

    private static @Nullable MeasureId measure(@Nullable Long id) {
        return id == null ? null : new MeasureId(id);
    }
}
