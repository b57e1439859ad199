package fi.hytekello.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the source told of one year.
 *
 * @param value null unless {@link ValueStatus#OK}
 * @param absolute the figure behind it, where the source gave one
 * @param fetchedOn the day on which the source gave it; null where that is not known, as of values that came with the
 *     product
 * @param typed whether a person of the municipality typed it, as the source does not have it yet
 */
public record Reading(
        int year,
        ValueStatus status,
        @Nullable BigDecimal value,
        @Nullable BigDecimal absolute,
        @Nullable LocalDate fetchedOn,
        boolean typed) {

    /** From the columns of {@code hyte.observation} and whether it was typed. */
    static Reading of(ResultSet row) throws SQLException {
        return new Reading(
                row.getInt("year"),
                ValueStatus.valueOf(row.getString("status")),
                row.getBigDecimal("value"),
                row.getBigDecimal("absolute"),
                row.getObject("fetched_on", LocalDate.class),
                row.getBoolean("typed"));
    }

    /** A figure computed from the values of several municipalities. */
    static Reading computed(int year, BigDecimal value) {
        return new Reading(year, ValueStatus.OK, value, null, null, false);
    }
}
