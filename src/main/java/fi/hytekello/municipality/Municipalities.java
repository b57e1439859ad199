package fi.hytekello.municipality;

import fi.hytekello.platform.problem.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of municipalities and their departments. */
@Repository
public class Municipalities {

    private final JdbcClient jdbc;

    Municipalities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound when there is no such municipality */
    public Municipality get(MunicipalityCode code) {
        return jdbc.sql("select code, name_fi, name_sv, office_closes, city from hyte.municipality where code = :code")
                .param("code", code.value())
                .query(Municipalities::municipality)
                .optional()
                .orElseThrow(() -> new NotFound("problem.municipality.unknown", code.value()));
    }

    /** The language in which the municipality itself writes: its own, the majority's where it has both. */
    public Locale writingLanguage(MunicipalityCode code) {
        boolean swedish = jdbc.sql("select language_status like 'SV%' from hyte.municipality where code = :code")
                .param("code", code.value())
                .query(Boolean.class)
                .single();
        return swedish ? Languages.SWEDISH : Languages.FINNISH;
    }

    /** Those of them whose July is quiet: mails that are not urgent wait for August. */
    public Set<MunicipalityCode> quietInJuly(Collection<MunicipalityCode> codes) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("select code from hyte.municipality where quiet_july and code in (:codes)")
                .param("codes", codes.stream().map(MunicipalityCode::value).toList())
                .query((row, n) -> new MunicipalityCode(row.getString("code")))
                .list());
    }

    /** The municipalities of a wellbeing services county, in the order of their codes. */
    public List<Municipality> ofCounty(String county) {
        return jdbc.sql("""
                        select code, name_fi, name_sv, office_closes, city from hyte.municipality
                        where county_code = :county order by code""")
                .param("county", county)
                .query(Municipalities::municipality)
                .list();
    }

    /** In the order of their codes. */
    public List<Department> departments(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select municipality_code, code, name_fi, name_sv from hyte.department
                        where municipality_code = :municipality order by code""")
                .param("municipality", municipality.value())
                .query((row, n) -> new Department(
                        municipality,
                        new DepartmentCode(row.getString("code")),
                        row.getString("name_fi"),
                        row.getString("name_sv")))
                .list();
    }

    private static Municipality municipality(ResultSet row, int number) throws SQLException {
        return new Municipality(
                new MunicipalityCode(row.getString("code")),
                row.getString("name_fi"),
                row.getString("name_sv"),
                row.getObject("office_closes", LocalTime.class),
                row.getBoolean("city"));
    }
}
