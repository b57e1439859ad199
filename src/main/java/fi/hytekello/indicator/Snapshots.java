package fi.hytekello.indicator;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes the values of a cycle, so that its report stays as it was when the source corrects its figures. */
@Service
public class Snapshots {

    /** Ids above are municipalities' own indicators. */
    private static final int HIGHEST_OF_SOTKANET = 1_000_000;

    /** The newest value wins; where there is none, the newest year of which the source says why. */
    private static final String FREEZE = ("""
            insert into hyte.snapshot_value
                (cycle_id, indicator_id, department_code, year, status, value, absolute, margin, comparison, source_year,
                 rule, reference, target, target_year, tolerance, source, fetched_on)
            select :cycle, i.id, i.department_code, newest.year, coalesce(newest.status, 'MISSING'), newest.value,
                newest.absolute, newest.margin, compared.value, source.year, how.rule, how.reference, l.target,
                l.target_year, how.tolerance,
                case when newest.typed then 'BY_HAND'
                    when i.id > :sotkanet then 'OWN' else 'SOTKANET' end,
                newest.fetched_on
            from hyte.municipality m
            left join hyte.region r on r.category = 'KUNTA' and r.code = m.code
            join hyte.department d on d.municipality_code = m.code
            join hyte.indicator i on i.department_code = d.code
                and i.id in ($followed)
            left join hyte.light_rule l on l.municipality_code = m.code and l.indicator_id = i.id
            cross join lateral (
                select coalesce(l.rule, case when i.id in (:tea) then 'TEA' else 'COMPARISON' end) as rule,
                    coalesce(l.reference, 'COUNTY_MEDIAN') as reference,
                    case when l.rule is not null then l.tolerance when i.id not in (:tea) then :tolerance end as tolerance
                ) how
            left join lateral (
                select o.year, o.status, o.value, o.absolute, o.margin, o.fetched_on, import.kind = 'BY_HAND' as typed
                from hyte.observation o left join hyte.indicator_import import on import.id = o.import_id
                where o.indicator_id = i.id and o.region_id = r.id and o.gender = 'total' and o.year <= :year
                order by o.value is null, o.year desc limit 1) newest on true
            """ + ComparisonSql.lateral("i.id", "newest.year", "how.reference") + """
            left join lateral (
                select max(o.year) as year from hyte.observation o
                where o.indicator_id = i.id and o.gender = 'total' and o.value is not null and o.year <= :year) source on true
            where m.code = :municipality""")
            .replace("$followed", IndicatorSets.FOLLOWED);

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final Clock clock;

    Snapshots(JdbcClient jdbc, Indicators indicators, Cycles cycles, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.cycles = cycles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes the newest value of each indicator that the year follows and a department of the municipality owns. There is one snapshot per
     * cycle: a second call changes nothing.
     */
    @Transactional
    public void freeze(CycleId id) {
        Cycle cycle = cycles.get(id);
        int created = jdbc.sql("""
                        insert into hyte.indicator_snapshot (cycle_id, frozen_at) values (:cycle, :now)
                        on conflict do nothing""")
                .param("cycle", id.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (created == 0) {
            return;
        }
        int values = jdbc.sql(FREEZE)
                .param("cycle", id.value())
                .param("year", cycle.year())
                .param("fewest", ComparisonSql.FEWEST)
                .param("sotkanet", HIGHEST_OF_SOTKANET)
                .param("tea", LightRule.TEA_INDICATORS)
                .param("tolerance", LightRule.USUAL_TOLERANCE)
                .param("municipality", cycle.municipality().value())
                .update();
        audit.record(
                cycle.municipality(),
                id.value(),
                "indicators.frozen",
                "cycle:" + cycle.businessKey(),
                Map.of("values", values));
    }

    /** When the cycle's values were frozen, empty before. */
    public Optional<Instant> frozenAt(CycleId cycle) {
        return jdbc.sql("select frozen_at from hyte.indicator_snapshot where cycle_id = :cycle")
                .param("cycle", cycle.value())
                .query((row, n) ->
                        row.getObject("frozen_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Gives each frozen value the light that the rule decides; safe to call again. */
    @Transactional
    public void setLights(CycleId id, Function<Standing, Verdict> rule) {
        List<SnapshotValue> values = indicators.of(id);
        List<Verdict> verdicts =
                values.stream().map(value -> rule.apply(value.standing())).toList();
        jdbc.sql("""
                        update hyte.snapshot_value v set light = decided.light, reason = decided.reason
                        from unnest(:indicators::integer[], :lights::text[], :reasons::text[])
                            as decided (indicator_id, light, reason)
                        where v.cycle_id = :cycle and v.indicator_id = decided.indicator_id
                            and (v.light, v.reason) is distinct from (decided.light, decided.reason)""")
                .param("cycle", id.value())
                .param(
                        "indicators",
                        values.stream().map(value -> value.indicator().id()).toArray(Integer[]::new))
                .param(
                        "lights",
                        verdicts.stream().map(verdict -> verdict.light().name()).toArray(String[]::new))
                .param(
                        "reasons",
                        verdicts.stream()
                                .map(verdict -> verdict.reason().name())
                                .toArray(String[]::new))
                .update();
    }
}
