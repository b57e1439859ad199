package fi.hytekello.indicator.source;

import fi.hytekello.indicator.Direction;
import fi.hytekello.indicator.Indicator;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All indicators that a municipality has, with what is held of each and where it came from. */
@Repository
public class Catalogue {

    private final JdbcClient jdbc;

    Catalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** On what terms values may be used. */
    public enum Licence {
        CC_BY_4_0,
        /** Of another producer, on its own terms. */
        PRODUCER_TERMS,
        OWN
    }

    /**
     * One indicator.
     *
     * @param own true where it is the municipality's own
     * @param state what becomes of it at an import; null before the first import and for own ones
     * @param held what is held of it; null where there is no value
     */
    public record Entry(
            Indicator indicator,
            boolean own,
            Licence licence,
            SourceTitles.@Nullable State state,
            @Nullable Held held) {}

    /**
     * The values of an indicator.
     *
     * @param years how many between the first and the last have a value
     * @param kind how the newest came in
     * @param importedAt when that import began
     * @param fetchedOn the newest day on which the source gave a value (Europe/Helsinki); null where it is not known
     */
    public record Held(
            int first,
            int last,
            int years,
            ImportKind kind,
            Instant importedAt,
            @Nullable LocalDate fetchedOn) {}

    /** By theme, then by id; own indicators are among those of their theme. */
    public List<Entry> of(MunicipalityCode municipality) {
        return jdbc.sql("""
                        with by_year as (
                            select indicator_id, year, max(import_id) as import_id, max(fetched_on) as fetched_on
                            from hyte.observation where value is not null group by indicator_id, year
                        ), held as (
                            select indicator_id, min(year) as first, max(year) as last, count(*) as years,
                                max(import_id) as import_id, max(fetched_on) as fetched_on
                            from by_year group by indicator_id)
                        select i.*, s.state, held.first, held.last, held.years, held.fetched_on, n.kind, n.started_at
                        from hyte.indicator i
                        left join held on held.indicator_id = i.id
                        left join hyte.indicator_source s on s.indicator_id = i.id
                        left join hyte.indicator_import n on n.id = held.import_id
                        where i.municipality_code is null or i.municipality_code = :municipality
                        order by i.theme, i.id""")
                .param("municipality", municipality.value())
                .query(Catalogue::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        return new Entry(
                indicator(row),
                row.getString("municipality_code") != null,
                Licence.valueOf(row.getString("licence")),
                state == null ? null : SourceTitles.State.valueOf(state),
                held(row));
    }

    /** Reads the columns of hyte.indicator. */
    static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                row.getInt("id"),
                row.getString("title_fi"),
                row.getString("title_sv"),
                row.getString("unit_fi"),
                row.getString("unit_sv"),
                Direction.valueOf(row.getString("direction")),
                row.getString("theme"),
                new DepartmentCode(row.getString("department_code")),
                row.getString("producer_fi"),
                row.getString("producer_sv"));
    }

    private static @Nullable Held held(ResultSet row) throws SQLException {
        OffsetDateTime imported = row.getObject("started_at", OffsetDateTime.class);
        if (imported == null) {
            return null;
        }
        return new Held(
                row.getInt("first"),
                row.getInt("last"),
                row.getInt("years"),
                ImportKind.valueOf(row.getString("kind")),
                imported.toInstant(),
                row.getObject("fetched_on", LocalDate.class));
    }
}
