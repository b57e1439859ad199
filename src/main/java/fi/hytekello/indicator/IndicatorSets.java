package fi.hytekello.indicator;

import fi.hytekello.cycle.CycleId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sets of indicators each year follows (L-13, domain chapter 7.3, question 6). */
@Component("indicatorSets")
public class IndicatorSets {

    /** Ids of the sets that the year {@code :cycle} follows. */
    static final String CHOSEN = """
            (select c.set_id from hyte.cycle_indicator_set c where c.cycle_id = :cycle
            union all
            (select s.id from hyte.indicator_set s, hyte.cycle y
                where y.id = :cycle and s.code = 'STARTER'
                    and not exists (select from hyte.cycle_indicator_set c where c.cycle_id = :cycle)
                order by s.created_at > y.created_at, case when s.created_at > y.created_at then s.version::integer
                    else -s.version::integer end limit 1))
            """;

    /** Ids of the indicators that the year {@code :cycle} follows, without those that it leaves out. */
    static final String FOLLOWED = "select m.indicator_id from hyte.indicator_set_member m where m.set_id in " + CHOSEN
            + " and m.indicator_id not in"
            + " (select l.indicator_id from hyte.cycle_indicator_left_out l where l.cycle_id = :cycle)";

    private static final String SELECT = """
            select s.id, s.code, s.version, s.year,
                (select count(*) from hyte.indicator_set_member m where m.set_id = s.id) as size
            from hyte.indicator_set s
            """;

    private final JdbcClient jdbc;

    IndicatorSets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that the year follows; the starter set where nobody has chosen. */
    public List<IndicatorSet> chosen(CycleId cycle) {
        return jdbc.sql(SELECT + " where s.id in " + CHOSEN + " order by s.code, s.version::integer")
                .param("cycle", cycle.value())
                .query(IndicatorSets::set)
                .list();
    }

    /** Those that the year can follow: the newest version of each, and the older ones that it follows already. */
    public List<IndicatorSet> choices(CycleId cycle) {
        return jdbc.sql(SELECT + " where s.id in " + CHOSEN + """
                         or s.id in (select distinct on (n.code, n.year) n.id from hyte.indicator_set n
                            where n.municipality_code is null
                                or n.municipality_code = (select municipality_code from hyte.cycle where id = :cycle)
                            order by n.code, n.year, n.version::integer desc)
                        order by s.code desc, s.year desc, s.version::integer desc""")
                .param("cycle", cycle.value())
                .query(IndicatorSets::set)
                .list();
    }

    /** All indicators of the sets that the year follows, also those that it leaves out, by theme. */
    public List<SetMember> members(CycleId cycle) {
        return jdbc.sql("""
                        select i.id, i.title_fi, i.title_sv, i.unit_fi, i.unit_sv, i.direction, i.theme, i.department_code,
                            i.producer_fi, i.producer_sv, f.sets, f.certain, l.reason,
                            exists (select from hyte.department d join hyte.cycle y on y.municipality_code = d.municipality_code
                                where y.id = :cycle and d.code = i.department_code) as owned
                        from (select m.indicator_id, array_agg(s.code order by s.code) as sets,
                                bool_or(m.certain or s.code = 'OWN') as certain
                            from hyte.indicator_set_member m join hyte.indicator_set s on s.id = m.set_id
                            where m.set_id in $chosen group by m.indicator_id) f
                        join hyte.indicator i on i.id = f.indicator_id
                        left join hyte.cycle_indicator_left_out l on l.cycle_id = :cycle and l.indicator_id = i.id
                        order by i.theme, i.id""".replace("$chosen", CHOSEN))
                .param("cycle", cycle.value())
                .query(IndicatorSets::member)
                .list();
    }

    /** How many indicators the year follows, without those that it leaves out. */
    public int followed(CycleId cycle) {
        return (int) members(cycle).stream()
                .filter(member -> member.leftOutBecause() == null)
                .count();
    }

    private static IndicatorSet set(ResultSet row, int number) throws SQLException {
        return new IndicatorSet(
                row.getLong("id"),
                IndicatorSet.Code.valueOf(row.getString("code")),
                Integer.parseInt(row.getString("version")),
                row.getObject("year", Integer.class),
                row.getInt("size"));
    }

    private static SetMember member(ResultSet row, int number) throws SQLException {
        Array sets = row.getArray("sets");
        return new SetMember(
                Indicators.indicator(row, "id"),
                Arrays.stream((String[]) sets.getArray())
                        .map(IndicatorSet.Code::valueOf)
                        .toList(),
                row.getBoolean("certain"),
                row.getBoolean("owned"),
                row.getString("reason"));
    }
}
