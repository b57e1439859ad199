package fi.hytekello.indicator;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The municipalities with which a municipality has chosen to compare itself (domain chapter 7.3, question 6). */
@Service
public class ComparisonMunicipalities {

    private static final int MOST = 30;

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    ComparisonMunicipalities(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** @param region its id in Sotkanet, which is not the municipality's code */
    public record Compared(int region, String code, String nameFi, String nameSv) {

        public String name(Locale locale) {
            return Languages.isSwedish(locale) ? nameSv : nameFi;
        }
    }

    /** Those chosen, by their Finnish name. */
    public List<Compared> of(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select r.id, r.code, r.title_fi, r.title_sv from hyte.comparison_municipality c
                        join hyte.region r on r.id = c.region_id
                        where c.municipality_code = :municipality order by r.title_fi""")
                .param("municipality", municipality.value())
                .query((row, n) -> new Compared(
                        row.getInt("id"), row.getString("code"), row.getString("title_fi"), row.getString("title_sv")))
                .list();
    }

    /** All that can be chosen, by their Finnish name: those that have not merged, without the municipality itself. */
    public List<Compared> choices(MunicipalityCode municipality) {
        return jdbc.sql("""
                        select r.id, r.code, r.title_fi, r.title_sv from hyte.region r
                        where r.category = 'KUNTA' and r.county_code is not null and r.code <> :municipality
                        order by r.title_fi""")
                .param("municipality", municipality.value())
                .query((row, n) -> new Compared(
                        row.getInt("id"), row.getString("code"), row.getString("title_fi"), row.getString("title_sv")))
                .list();
    }

    /**
     * Adds one; one that is chosen already stays.
     *
     * @param name in Finnish or Swedish, or the municipality's code
     * @throws Refused when the person is neither coordinator nor administrator
     * @throws InvalidInput when there is no such municipality or too many are chosen
     */
    @Transactional
    public void add(MunicipalityCode municipality, String name, Person by) {
        LightRules.requireEditor(municipality, by);
        String wanted = name.strip();
        Compared found = choices(municipality).stream()
                .filter(one -> one.nameFi().equalsIgnoreCase(wanted)
                        || one.nameSv().equalsIgnoreCase(wanted)
                        || one.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("comparedMunicipality", "problem.compared.unknown"));
        if (of(municipality).size() >= MOST) {
            throw new InvalidInput("comparedMunicipality", "problem.compared.many", MOST);
        }
        int added = jdbc.sql("""
                        insert into hyte.comparison_municipality (municipality_code, region_id) values (:municipality, :region)
                        on conflict do nothing""")
                .param("municipality", municipality.value())
                .param("region", found.region())
                .update();
        if (added > 0) {
            audit.record(
                    municipality, null, "indicator.compared", "municipality:" + found.code(), Map.of("chosen", true));
        }
    }

    /**
     * Removes one; one that is not chosen is left out already.
     *
     * @throws Refused when the person is neither coordinator nor administrator
     */
    @Transactional
    public void remove(MunicipalityCode municipality, int region, Person by) {
        LightRules.requireEditor(municipality, by);
        int removed = jdbc.sql("""
                        delete from hyte.comparison_municipality
                        where municipality_code = :municipality and region_id = :region""")
                .param("municipality", municipality.value())
                .param("region", region)
                .update();
        if (removed > 0) {
            audit.record(municipality, null, "indicator.compared", "region:" + region, Map.of("chosen", false));
        }
    }
}
