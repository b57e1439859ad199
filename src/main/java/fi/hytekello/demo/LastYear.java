package fi.hytekello.demo;

import fi.hytekello.demo.simulation.DemoTable;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A year before the product was taken into use: an ended cycle whose measures are still to be reported. */
@Component
class LastYear {

    private static final String BY = "demo";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;
    private final Clock clock;

    LastYear(JdbcClient jdbc, NamedParameterJdbcOperations batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    void make(Municipality place, int year) {
        MunicipalityCode municipality = place.code();
        OffsetDateTime now = OffsetDateTime.now(clock);
        long cycle = jdbc.sql("""
                        insert into hyte.cycle (municipality_code, year, state, created_at, created_by, confirmed_at, ended_at)
                        values (:municipality, :year, 'ENDED', :now, :by, :now, :now) returning id""")
                .param("municipality", municipality.value())
                .param("year", year)
                .param("now", now)
                .param("by", BY)
                .query(Long.class)
                .single();
        Map<String, Long> goals = new TreeMap<>();
        for (DemoTable.Row goal : DemoTable.read("goals.csv")) {
            goals.put(goal.get("goal"), goal(cycle, goal));
        }
        batch.batchUpdate(
                """
                insert into hyte.measure (cycle_id, municipality_code, department_code, goal_id, title, owner_username,
                    deputy_username, euro, euro_year2, euro_year3, scopes, starts_on, ends_on, population_group,
                    status, granted_euro, changed_by, changed_at)
                values (:cycle, :municipality, :department, :goal, :title, :owner, :deputy, :euro,
                    :euro2, :euro3, string_to_array(:scopes, ','), make_date(:year, 1, 1), make_date(:year, 12, 31), :group, 'ACTIVE', :euro, :by, :now)""",
                DemoTable.read("past-measures.csv").stream()
                        .map(row -> new MapSqlParameterSource("cycle", cycle)
                                .addValue("municipality", municipality.value())
                                .addValue("department", row.get("department"))
                                .addValue("goal", goals.get(row.get("goal")))
                                .addValue("title", row.get("title"))
                                .addValue("owner", username(row, "owner", place))
                                .addValue("deputy", username(row, "deputy", place))
                                .addValue("euro", row.money("euro"))
                                .addValue("euro2", row.money("euro2"))
                                .addValue("euro3", row.money("euro3"))
                                .addValue("scopes", row.get("scopes"))
                                .addValue("group", row.get("group"))
                                .addValue("year", year)
                                .addValue("by", BY)
                                .addValue("now", now))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static String username(DemoTable.Row row, String column, Municipality place) {
        return DemoPeople.username(row.get(column), place).value();
    }

    private long goal(long cycle, DemoTable.Row goal) {
        return jdbc.sql("""
                        insert into hyte.goal (cycle_id, title_fi, title_sv, priority, life_cycle, category, root_cause)
                        values (:cycle, :fi, :sv, :priority, :life, :category, :cause) returning id""")
                .param("cycle", cycle)
                .param("fi", goal.get("title_fi"))
                .param("sv", goal.get("title_sv"))
                .param("life", goal.get("life_cycle"))
                .param("category", goal.get("category"))
                .param("cause", goal.get("root_cause"))
                .param("priority", Integer.parseInt(goal.get("goal")))
                .query(Long.class)
                .single();
    }
}
