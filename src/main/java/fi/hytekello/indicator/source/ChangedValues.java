package fi.hytekello.indicator.source;

import fi.hytekello.indicator.ValueStatus;
import fi.hytekello.municipality.MunicipalityCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What later imports have changed of a municipality's values. */
@Repository
public class ChangedValues {

    private final JdbcClient jdbc;

    ChangedValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A value as it was and as it became. */
    public record ChangedValue(
            int indicator,
            String titleFi,
            String titleSv,
            int year,
            String gender,
            ValueStatus oldStatus,
            @Nullable BigDecimal oldValue,
            ValueStatus newStatus,
            @Nullable BigDecimal newValue,
            Instant changedAt,
            ImportKind kind) {}

    /** The newest first. */
    public List<ChangedValue> of(MunicipalityCode municipality, int limit) {
        return jdbc.sql("""
                        select r.*, i.title_fi, i.title_sv, n.kind from hyte.observation_revision r
                        join hyte.region place on place.id = r.region_id
                        join hyte.indicator i on i.id = r.indicator_id
                        join hyte.indicator_import n on n.id = r.import_id
                        where place.category = 'KUNTA' and place.code = :municipality
                        order by r.id desc limit :limit""")
                .param("municipality", municipality.value())
                .param("limit", limit)
                .query(ChangedValues::revision)
                .list();
    }

    private static ChangedValue revision(ResultSet row, int number) throws SQLException {
        return new ChangedValue(
                row.getInt("indicator_id"),
                row.getString("title_fi"),
                row.getString("title_sv"),
                row.getInt("year"),
                row.getString("gender"),
                ValueStatus.valueOf(row.getString("old_status")),
                row.getBigDecimal("old_value"),
                ValueStatus.valueOf(row.getString("new_status")),
                row.getBigDecimal("new_value"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                ImportKind.valueOf(row.getString("kind")));
    }
}
