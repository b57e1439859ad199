package fi.hytekello.indicator;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** With which municipalities a person compares a municipality: at most six, remembered for that person. */
@Service
public class Comparisons {

    public static final int MOST = 6;

    private static final int MOST_FOUND = 30;

    private final JdbcClient jdbc;

    Comparisons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were chosen. */
    public List<ComparedMunicipality> of(Username person, MunicipalityCode municipality) {
        return jdbc.sql("""
                        select r.id, r.title_fi, r.title_sv, r.county_code from hyte.indicator_comparison c
                        join hyte.region r on r.id = c.region_id
                        where c.username = :person and c.municipality_code = :municipality order by c.position""")
                .param("person", person.value())
                .param("municipality", municipality.value())
                .query(Comparisons::found)
                .list();
    }

    /**
     * With whom the person sees it compared: the own choice, or without one the first of those with which the municipality
     * compares itself ({@link ComparisonMunicipalities}).
     */
    public List<ComparedMunicipality> inEffect(Username person, MunicipalityCode municipality) {
        List<ComparedMunicipality> own = of(person, municipality);
        return own.isEmpty()
                ? jdbc.sql("""
                                select r.id, r.title_fi, r.title_sv, r.county_code from hyte.comparison_municipality c
                                join hyte.region r on r.id = c.region_id
                                where c.municipality_code = :municipality order by r.title_fi limit :most""")
                        .param("municipality", municipality.value())
                        .param("most", MOST)
                        .query(Comparisons::found)
                        .list()
                : own;
    }

    /**
     * The municipalities whose Finnish or Swedish name contains the text, those that begin with it first; without a text
     * those of the same county. The municipality itself is left out.
     */
    public List<ComparedMunicipality> search(MunicipalityCode municipality, String text) {
        return jdbc.sql("""
                        select r.id, r.title_fi, r.title_sv, r.county_code from hyte.region r
                        left join hyte.municipality m on m.code = :municipality
                        where r.category = 'KUNTA' and r.code <> :municipality
                            and case when :text = '' then r.county_code = m.county_code
                                else strpos(lower(r.title_fi), lower(:text)) > 0
                                    or strpos(lower(r.title_sv), lower(:text)) > 0 end
                        order by not (starts_with(lower(r.title_fi), lower(:text))
                            or starts_with(lower(r.title_sv), lower(:text))), r.title_fi, r.id
                        limit :most""")
                .param("municipality", municipality.value())
                .param("text", text.strip())
                .param("most", MOST_FOUND)
                .query(Comparisons::found)
                .list();
    }

    /**
     * Adds one; one that is there already stays as it is.
     *
     * @throws InvalidInput when there is no such municipality, it is the municipality itself, or six are chosen already
     */
    @Transactional
    public void add(Username person, MunicipalityCode municipality, int region) {
        boolean comparable = jdbc.sql("""
                        select exists (select from hyte.region
                            where id = :region and category = 'KUNTA' and code <> :municipality)""")
                .param("region", region)
                .param("municipality", municipality.value())
                .query(Boolean.class)
                .single();
        if (!comparable) {
            throw new InvalidInput("region", "problem.comparison.unknown");
        }
        // The first free place; of two windows that add at once, the later finds its place taken and changes nothing.
        jdbc.sql("""
                        insert into hyte.indicator_comparison (username, municipality_code, position, region_id)
                        select :person, :municipality, min(place), :region from generate_series(1, :most) as place
                        where not exists (select from hyte.indicator_comparison c where c.username = :person
                            and c.municipality_code = :municipality and c.position = place)
                        having min(place) is not null
                        on conflict do nothing""")
                .param("person", person.value())
                .param("municipality", municipality.value())
                .param("region", region)
                .param("most", MOST)
                .update();
        if (of(person, municipality).stream().noneMatch(chosen -> chosen.region() == region)) {
            throw new InvalidInput("region", "problem.comparison.full", MOST);
        }
    }

    /** Takes one away; one that is not there is no error. */
    @Transactional
    public void remove(Username person, MunicipalityCode municipality, int region) {
        jdbc.sql("""
                        delete from hyte.indicator_comparison
                        where username = :person and municipality_code = :municipality and region_id = :region""")
                .param("person", person.value())
                .param("municipality", municipality.value())
                .param("region", region)
                .update();
    }

    private static ComparedMunicipality found(ResultSet row, int number) throws SQLException {
        return new ComparedMunicipality(
                row.getInt("id"),
                row.getString("title_fi"),
                row.getString("title_sv"),
                row.getString("county_code") == null);
    }
}
