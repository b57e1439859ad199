package fi.hytekello.plan;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A measure that went from one status to another, one of many in the same statement. */
record MeasureMove(MeasureId measure, MeasureStatus before, MeasureStatus after) {

    /** Reads {@code id}, {@code earlier} and {@code now}. */
    static MeasureMove of(ResultSet row, int number) throws SQLException {
        return new MeasureMove(
                new MeasureId(row.getLong("id")),
                MeasureStatus.valueOf(row.getString("earlier")),
                MeasureStatus.valueOf(row.getString("now")));
    }
}
