package fi.hytekello.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the source told of one year.
 *
 * @param value null unless {@link State#OK}
 * @param absolute the figure behind it, where the source gave one
 * @param fetchedOn the day on which the source gave it; null where that is not known, as of values that came with the
 *     product
 */
public record Reading(
        int year,
        State state,
        @Nullable BigDecimal value,
        @Nullable BigDecimal absolute,
        @Nullable LocalDate fetchedOn) {

    /** Whether there is a value, and if not, why. */
    public enum State {
        OK,
        ABSOLUTE_ONLY,
        MISSING,
        /** The group is too small to be told of. */
        SUPPRESSED
    }

    /** From the columns of {@code hyte.observation}. */
    static Reading of(ResultSet row) throws SQLException {
        return new Reading(
                row.getInt("year"),
                State.valueOf(row.getString("status")),
                row.getBigDecimal("value"),
                row.getBigDecimal("absolute"),
                row.getObject("fetched_on", LocalDate.class));
    }

    /** A figure computed from the values of several municipalities. */
    static Reading computed(int year, BigDecimal value) {
        return new Reading(year, State.OK, value, null, null);
    }
}
