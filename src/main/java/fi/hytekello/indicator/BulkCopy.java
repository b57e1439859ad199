package fi.hytekello.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Puts many rows into a temporary table at once; within the caller's transaction, with which the table is gone. */
@Component
public class BulkCopy {

    private final JdbcClient jdbc;
    private final DataSource database;

    BulkCopy(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * Makes the table anew and fills it.
     *
     * @param table its name; nothing that a user has given
     * @param columns their names and types, in the order of the rows
     * @param header true where the first line names the columns
     * @param rows CSV with semicolons, in UTF-8
     * @throws DataAccessResourceFailureException when the database cannot read a row
     */
    public void fill(String table, String columns, boolean header, InputStream rows) {
        jdbc.sql("drop table if exists pg_temp." + table).update();
        jdbc.sql("create temporary table " + table + " (" + columns + ") on commit drop")
                .update();
        Connection connection = DataSourceUtils.getConnection(database);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table + " from stdin with (format csv, delimiter ';', header " + header + ")",
                            rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException refused) {
            throw new DataAccessResourceFailureException("The rows for " + table + " were refused", refused);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
