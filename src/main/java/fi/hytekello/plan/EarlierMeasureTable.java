package fi.hytekello.plan;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds and copies earlier years' unfinished measures. */
@Repository
class EarlierMeasureTable {

    /** Unfinished, of this department, and not going on in a copy that still lives. */
    private static final String UNFINISHED = """
            e.municipality_code = :municipality and e.year < :year
                and m.department_code = :department and m.status in ('ACTIVE', 'DELAYED')
                and not exists (select 1 from hyte.measure c where c.copied_from = m.id
                    and (c.cycle_id = :cycle or c.status not in ('LEFT_OUT', 'CANCELLED')))
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    EarlierMeasureTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<EarlierMeasures.Earlier> of(Cycle cycle, DepartmentCode department) {
        return with(
                        cycle,
                        department,
                        jdbc.sql("select " + MeasureTable.COLUMNS + ", e.year " + MeasureTable.FROM
                                + "join hyte.cycle e on e.id = m.cycle_id where " + UNFINISHED
                                + "order by e.year desc, m.id"))
                .query((row, n) -> new EarlierMeasures.Earlier(MeasureTable.measure(row, n), row.getInt("year")))
                .list();
    }

    /** The new measures and what each is a copy of. */
    Map<MeasureId, MeasureId> copy(Cycle cycle, DepartmentCode department, Collection<MeasureId> chosen, Username by) {
        return with(cycle, department, jdbc.sql("""
                        insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title,
                            owner_username, deputy_username, euro, euro_year2, no_cost, person_years, suggested_line,
                            indicator_id, starts_on, ends_on, population_group, scopes, copied_from, changed_by, changed_at)
                        select :cycle, m.municipality_code, m.department_code, g.id, m.title,
                            o.username, d.username, coalesce(m.euro_year2, m.euro), m.euro_year3, m.no_cost,
                            m.person_years, m.suggested_line, m.indicator_id,
                            (m.starts_on + make_interval(years => s.later))::date,
                            (m.ends_on + make_interval(years => s.later))::date,
                            m.population_group, m.scopes, m.id, :by, :now
                        from hyte.measure m join hyte.cycle e on e.id = m.cycle_id
                            cross join lateral (select greatest(0,
                                :year + 1 - extract(year from m.starts_on))::integer as later) s
                            left join hyte.goal old on old.id = m.goal_id
                            left join lateral (select own.id from hyte.goal own where own.cycle_id = :cycle
                                and (own.carried_from = old.id or lower(own.title_fi) = lower(old.title_fi)
                                    or lower(own.title_sv) = lower(old.title_sv))
                                order by own.carried_from is not distinct from old.id desc, own.priority limit 1) g on true
                            left join hyte.person o on o.username = m.owner_username and o.active and exists (
                                select 1 from hyte.person_role r where r.username = o.username
                                    and r.municipality_code = :municipality)
                            left join hyte.person d on d.username = m.deputy_username and d.active and exists (
                                select 1 from hyte.person_role r where r.username = d.username
                                    and r.municipality_code = :municipality)
                        where m.id in (:chosen) and""" + " " + UNFINISHED + """
                        order by m.id
                        on conflict (cycle_id, copied_from) do nothing
                        returning id, copied_from"""))
                .param("chosen", chosen.stream().map(MeasureId::value).toList())
                .param("by", by.value())
                .param("now", OffsetDateTime.now(clock))
                .query((row, n) ->
                        Map.entry(new MeasureId(row.getLong("id")), new MeasureId(row.getLong("copied_from"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static JdbcClient.StatementSpec with(
            Cycle cycle, DepartmentCode department, JdbcClient.StatementSpec statement) {
        return statement
                .param("municipality", cycle.municipality().value())
                .param("year", cycle.year())
                .param("cycle", cycle.id().value())
                .param("department", department.value());
    }
}
