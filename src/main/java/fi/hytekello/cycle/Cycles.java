package fi.hytekello.cycle;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All cycles. */
@Repository
public class Cycles {

    private final JdbcClient jdbc;

    Cycles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound when there is no such cycle */
    public Cycle get(CycleId id) {
        return jdbc.sql("select * from hyte.cycle where id = :id")
                .param("id", id.value())
                .query(Cycles::cycle)
                .optional()
                .orElseThrow(() -> new NotFound("problem.cycle.unknown"));
    }

    public Optional<Cycle> find(MunicipalityCode municipality, int year) {
        return jdbc.sql("select * from hyte.cycle where municipality_code = :municipality and year = :year")
                .param("municipality", municipality.value())
                .param("year", year)
                .query(Cycles::cycle)
                .optional();
    }

    /** Newest year first. */
    public List<Cycle> of(List<MunicipalityCode> municipalities) {
        if (municipalities.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select * from hyte.cycle where municipality_code in (:municipalities)
                        order by year desc, municipality_code""")
                .param(
                        "municipalities",
                        municipalities.stream().map(MunicipalityCode::value).toList())
                .query(Cycles::cycle)
                .list();
    }

    private static Cycle cycle(ResultSet row, int number) throws SQLException {
        return new Cycle(
                new CycleId(row.getLong("id")),
                new MunicipalityCode(row.getString("municipality_code")),
                row.getInt("year"),
                Cycle.Kind.valueOf(row.getString("kind")),
                Cycle.State.valueOf(row.getString("state")));
    }
}
