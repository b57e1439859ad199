package fi.hytekello.budget;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the lines of a budget have really cost. */
@Repository
public class Realisations {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final AuditTrail audit;

    Realisations(JdbcClient jdbc, NamedParameterJdbcTemplate batch, AuditTrail audit) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.audit = audit;
    }

    /** The newest of each line, by the line's id. */
    public Map<Long, Realisation> latest(CycleId cycle) {
        Map<Long, Realisation> latest = new HashMap<>();
        jdbc.sql("""
                        select distinct on (r.line_id) r.* from hyte.budget_realisation r
                        join hyte.budget_line l on l.id = r.line_id where l.cycle_id = :cycle
                        order by r.line_id, r.as_of desc""")
                .param("cycle", cycle.value())
                .query(Realisations::realisation)
                .list()
                .forEach(one -> latest.put(one.line(), one));
        return latest;
    }

    Map<Realisation.Key, BigDecimal> all(CycleId cycle) {
        Map<Realisation.Key, BigDecimal> all = new HashMap<>();
        jdbc.sql("""
                        select r.* from hyte.budget_realisation r
                        join hyte.budget_line l on l.id = r.line_id where l.cycle_id = :cycle""")
                .param("cycle", cycle.value())
                .query(Realisations::realisation)
                .list()
                .forEach(one -> all.put(one.key(), one.realised()));
        return all;
    }

    /** Within the import's transaction. */
    void store(Cycle cycle, List<Realisation> given) {
        batch.batchUpdate(
                """
                insert into hyte.budget_realisation (line_id, as_of, realised) values (:line, :asOf, :realised)
                on conflict (line_id, as_of) do update set realised = excluded.realised""",
                given.stream()
                        .map(one -> new MapSqlParameterSource("line", one.line())
                                .addValue("asOf", one.asOf())
                                .addValue("realised", one.realised()))
                        .toArray(MapSqlParameterSource[]::new));
        audit.record(
                cycle.municipality(),
                cycle.id().value(),
                "budget.realisationImported",
                "cycle:" + cycle.businessKey(),
                Map.of("lines", given.size()));
    }

    private static Realisation realisation(ResultSet row, int number) throws SQLException {
        return new Realisation(
                row.getLong("line_id"), row.getObject("as_of", LocalDate.class), row.getBigDecimal("realised"));
    }
}
