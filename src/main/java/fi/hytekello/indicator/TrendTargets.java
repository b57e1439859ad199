package fi.hytekello.indicator;

import fi.hytekello.municipality.MunicipalityCode;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The targets that pictures show: those by which the municipality judges its indicators. */
@Repository
class TrendTargets {

    private final JdbcClient jdbc;

    TrendTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TrendTarget> of(MunicipalityCode municipality, int indicator) {
        return jdbc.sql("""
                        select target, target_year from hyte.light_rule
                        where municipality_code = :municipality and indicator_id = :indicator and rule = 'TARGET'""")
                .param("municipality", municipality.value())
                .param("indicator", indicator)
                .query((row, n) ->
                        new TrendTarget(row.getBigDecimal("target"), row.getObject("target_year", Integer.class)))
                .optional();
    }
}
