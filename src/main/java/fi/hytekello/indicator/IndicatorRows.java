package fi.hytekello.indicator;

import fi.hytekello.municipality.DepartmentCode;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the catalogue's rows. */
final class IndicatorRows {

    private IndicatorRows() {}

    /** From the columns of {@code hyte.indicator}. */
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
}
