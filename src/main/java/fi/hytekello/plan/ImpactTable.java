package fi.hytekello.plan;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads {@code hyte.impact_screening}, {@code impact_summary}, {@code impact_alternative} and {@code impact_effect}. */
@Repository
class ImpactTable {

    /** What is stored of a measure's assessment, without the alternatives. */
    record Row(
            BigDecimal costLimit,
            ImpactScreening screening,
            @Nullable ImpactNeed loweredFrom,
            ImpactSummary summary) {}

    private record Cell(MeasureId measure, ImpactAlternative alternative) {}

    private final JdbcClient jdbc;

    ImpactTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each of these measures. */
    Map<MeasureId, Row> rows(List<MeasureId> measures) {
        if (measures.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select m.id, t.impact_cost_limit, s.*, s.version as screening_version,
                            u.conclusion, u.group_effects, u.equality, u.hearing, u.prepared_by, u.version as summary_version
                        from hyte.measure m
                        join hyte.municipality t on t.code = m.municipality_code
                        left join hyte.impact_screening s on s.measure_id = m.id
                        left join hyte.impact_summary u on u.measure_id = m.id
                        where m.id in (:ids)""")
                .param("ids", values(measures))
                .query((row, n) -> Map.entry(new MeasureId(row.getLong("id")), row(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** In the order of their numbers; measures that nobody has begun to assess have none. */
    Map<MeasureId, List<ImpactAlternative>> alternatives(List<MeasureId> measures) {
        if (measures.isEmpty()) {
            return Map.of();
        }
        List<Cell> cells = jdbc.sql("""
                        select a.measure_id, a.number, a.name, a.version as alternative_version,
                            e.viewpoint, e.direction, e.short_term, e.long_term, e.version
                        from hyte.impact_alternative a
                        left join hyte.impact_effect e on e.measure_id = a.measure_id and e.alternative = a.number
                        where a.measure_id in (:ids) order by a.measure_id, a.number""")
                .param("ids", values(measures))
                .query((row, n) -> cell(row))
                .list();
        Map<MeasureId, List<ImpactAlternative>> found = new HashMap<>();
        for (Cell cell : cells) {
            List<ImpactAlternative> known = found.computeIfAbsent(cell.measure(), measure -> new ArrayList<>());
            int last = known.size() - 1;
            if (last >= 0 && known.get(last).number() == cell.alternative().number()) {
                known.set(last, joined(known.get(last), cell.alternative()));
            } else {
                known.add(cell.alternative());
            }
        }
        return found;
    }

    private static ImpactAlternative joined(ImpactAlternative one, ImpactAlternative other) {
        Map<ImpactViewpoint, ImpactEffect> effects = new EnumMap<>(ImpactViewpoint.class);
        effects.putAll(one.effects());
        effects.putAll(other.effects());
        return new ImpactAlternative(one.number(), one.name(), one.version(), effects);
    }

    private static Cell cell(ResultSet row) throws SQLException {
        ImpactViewpoint viewpoint = choice(ImpactViewpoint.class, row.getString("viewpoint"));
        ImpactEffect effect = new ImpactEffect(
                choice(EffectDirection.class, row.getString("direction")),
                row.getString("short_term"),
                row.getString("long_term"),
                row.getInt("version"));
        return new Cell(
                new MeasureId(row.getLong("measure_id")),
                new ImpactAlternative(
                        row.getInt("number"),
                        row.getString("name"),
                        row.getInt("alternative_version"),
                        viewpoint == null ? Map.of() : Map.of(viewpoint, effect)));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getBigDecimal("impact_cost_limit"),
                new ImpactScreening(
                        criteria(row.getArray("criteria")),
                        row.getBoolean("no_criterion"),
                        row.getBoolean("children"),
                        choice(ImpactExclusion.class, row.getString("exclusion")),
                        choice(ImpactNeed.class, row.getString("chosen_need")),
                        row.getString("choice_reason"),
                        row.getInt("screening_version")),
                choice(ImpactNeed.class, row.getString("lowered_from")),
                new ImpactSummary(
                        row.getString("conclusion"),
                        row.getString("group_effects"),
                        row.getString("equality"),
                        row.getString("hearing"),
                        row.getString("prepared_by"),
                        row.getInt("summary_version")));
    }

    private static Set<ImpactCriterion> criteria(@Nullable Array stored) throws SQLException {
        return stored == null
                ? Set.of()
                : Stream.of((String[]) stored.getArray())
                        .map(ImpactCriterion::valueOf)
                        .collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static List<Long> values(List<MeasureId> measures) {
        return measures.stream().map(MeasureId::value).toList();
    }
}
