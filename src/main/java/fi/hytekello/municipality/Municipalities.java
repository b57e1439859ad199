package fi.hytekello.municipality;

import fi.hytekello.platform.problem.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of municipalities and regional councils, and of their departments. */
@Repository
public class Municipalities {

    private final JdbcClient jdbc;

    Municipalities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound when there is no such municipality */
    public Municipality get(MunicipalityCode code) {
        return jdbc.sql(
                        "select code, kind, name_fi, name_sv, office_closes, city from hyte.municipality where code = :code")
                .param("code", code.value())
                .query(Municipalities::municipality)
                .optional()
                .orElseThrow(() -> new NotFound("problem.municipality.unknown", code.value()));
    }

    /** In the order of their codes; unknown ones are left out. */
    public List<Municipality> of(Collection<MunicipalityCode> codes) {
        return jdbc.sql("""
                        select code, kind, name_fi, name_sv, office_closes, city from hyte.municipality
                        where code = any (:codes) order by code""")
                .param("codes", values(codes))
                .query(Municipalities::municipality)
                .list();
    }

    /** The language in which the municipality itself writes: its own, the majority's where it has both. */
    public Locale writingLanguage(MunicipalityCode code) {
        return languages(code).get(0);
    }

    /** The languages of a municipality; see {@link #languages(Collection)}. */
    public List<Locale> languages(MunicipalityCode code) {
        return Objects.requireNonNull(languages(List.of(code)).get(code));
    }

    /**
     * The languages of each municipality, its own first: one, or both where it is bilingual (Language Act 423/2003 § 5).
     * In the order of their codes.
     */
    public Map<MunicipalityCode, List<Locale>> languages(Collection<MunicipalityCode> codes) {
        Map<MunicipalityCode, List<Locale>> languages = new LinkedHashMap<>();
        jdbc.sql("select code, language_status from hyte.municipality where code = any (:codes) order by code")
                .param("codes", values(codes))
                .query((row, n) -> Map.entry(
                        new MunicipalityCode(row.getString("code")),
                        Arrays.stream(row.getString("language_status")
                                        .toLowerCase(Locale.ROOT)
                                        .split("_", -1))
                                .map(Locale::forLanguageTag)
                                .toList()))
                .list()
                .forEach(one -> languages.put(one.getKey(), one.getValue()));
        return languages;
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
                        select code, kind, name_fi, name_sv, office_closes, city from hyte.municipality
                        where county_code = :county order by code""")
                .param("county", county)
                .query(Municipalities::municipality)
                .list();
    }

    /** The municipalities of a regional council's region, in the order of their codes. */
    public List<Municipality> ofRegion(MunicipalityCode council) {
        return jdbc.sql("""
                        select code, kind, name_fi, name_sv, office_closes, city from hyte.municipality
                        where region_code = :council order by code""")
                .param("council", council.value())
                .query(Municipalities::municipality)
                .list();
    }

    /** In the order of their codes. */
    public List<Department> departments(MunicipalityCode municipality) {
        return departments(List.of(municipality));
    }

    /** Those of all these municipalities, in the order of their codes. */
    public List<Department> departments(Collection<MunicipalityCode> municipalities) {
        return jdbc.sql("""
                        select municipality_code, code, name_fi, name_sv from hyte.department
                        where municipality_code = any (:municipalities) order by municipality_code, code""")
                .param("municipalities", values(municipalities))
                .query((row, n) -> new Department(
                        new MunicipalityCode(row.getString("municipality_code")),
                        new DepartmentCode(row.getString("code")),
                        row.getString("name_fi"),
                        row.getString("name_sv")))
                .list();
    }

    private static String[] values(Collection<MunicipalityCode> codes) {
        return codes.stream().map(MunicipalityCode::value).toArray(String[]::new);
    }

    private static Municipality municipality(ResultSet row, int number) throws SQLException {
        return new Municipality(
                new MunicipalityCode(row.getString("code")),
                Municipality.Kind.valueOf(row.getString("kind")),
                row.getString("name_fi"),
                row.getString("name_sv"),
                row.getObject("office_closes", LocalTime.class),
                row.getBoolean("city"));
    }
}
