package fi.hytekello.indicator;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes the values of a cycle, so that its report stays as it was when the source corrects its figures. */
@Service
public class Snapshots {

    /** A median of fewer values says nothing about the county. */
    static final int FEWEST_COMPARED = 3;

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
     * Takes the newest value of each indicator of the set that a department of the municipality owns. There is one snapshot per
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
        int values = jdbc.sql("""
                        insert into hyte.snapshot_value
                            (cycle_id, indicator_id, department_code, year, value, comparison, source_year)
                        select :cycle, i.id, i.department_code, newest.year, newest.value, compared.median, source.year
                        from hyte.municipality m
                        left join hyte.region r on r.category = 'KUNTA' and r.code = m.code
                        join hyte.department d on d.municipality_code = m.code
                        join hyte.indicator i on i.department_code = d.code
                        join hyte.indicator_set_member chosen on chosen.indicator_id = i.id
                        join hyte.indicator_set s on s.id = chosen.set_id and s.code = 'STARTER'
                        left join lateral (
                            select o.year, o.value from hyte.observation o
                            where o.indicator_id = i.id and o.region_id = r.id and o.gender = 'total'
                                and o.value is not null and o.year <= :year
                            order by o.year desc limit 1) newest on true
                        left join lateral (
                            select case when count(*) >= :fewest
                                then round((percentile_cont(0.5) within group (order by o.value))::numeric, 4) end as median
                            from hyte.observation o join hyte.region n on n.id = o.region_id
                            where o.indicator_id = i.id and o.gender = 'total' and o.year = newest.year
                                and o.value is not null and n.county_code = m.county_code) compared on true
                        left join lateral (
                            select max(o.year) as year from hyte.observation o
                            where o.indicator_id = i.id and o.gender = 'total' and o.value is not null
                                and o.year <= :year) source on true
                        where m.code = :municipality""")
                .param("cycle", id.value())
                .param("year", cycle.year())
                .param("fewest", FEWEST_COMPARED)
                .param("municipality", cycle.municipality().value())
                .update();
        audit.record(
                cycle.municipality(),
                id.value(),
                "indicators.frozen",
                "cycle:" + cycle.businessKey(),
                Map.of("values", values));
    }

    /** Gives each frozen value the light that the rule decides; safe to call again. */
    @Transactional
    public void setLights(CycleId id, Function<Standing, Light> rule) {
        List<SnapshotValue> values = indicators.of(id);
        jdbc.sql("""
                        update hyte.snapshot_value v set light = decided.light
                        from unnest(:indicators::integer[], :lights::text[]) as decided (indicator_id, light)
                        where v.cycle_id = :cycle and v.indicator_id = decided.indicator_id
                            and v.light <> decided.light""")
                .param("cycle", id.value())
                .param(
                        "indicators",
                        values.stream().map(value -> value.indicator().id()).toArray(Integer[]::new))
                .param(
                        "lights",
                        values.stream()
                                .map(value -> rule.apply(value.standing()).name())
                                .toArray(String[]::new))
                .update();
    }
}
