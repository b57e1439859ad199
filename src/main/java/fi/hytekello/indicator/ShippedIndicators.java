package fi.hytekello.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue, the regions and the values that come with the product: real ones with their real years, from Sotkanet
 * (THL, CC BY 4.0; see {@code indicator/SOURCE.md}).
 */
@Service
public class ShippedIndicators {

    private final JdbcClient jdbc;
    private final DataSource database;

    ShippedIndicators(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * Loads all where nothing is loaded yet; a value that is there already is never overwritten. Also at the start of the
     * product, as goals and concerns are tied to indicators before the year's values are frozen.
     */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void load() {
        // One at a time: the second then finds all loaded instead of waiting for each row.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hyte.observation'))::text")
                .query(String.class)
                .single();
        boolean loaded = jdbc.sql("select exists (select from hyte.observation)")
                .query(Boolean.class)
                .single();
        if (!loaded) {
            loadCatalogue();
            loadRegions();
            loadObservations();
        }
    }

    private void loadCatalogue() {
        copy(
                "catalogue.csv",
                "id integer, title_fi text, title_sv text, unit_fi text, unit_sv text, direction text, theme text,"
                        + " department text, producer_fi text, producer_sv text, starter boolean");
        jdbc.sql("""
                        insert into hyte.indicator (id, title_fi, title_sv, unit_fi, unit_sv, direction, theme,
                            department_code, producer_fi, producer_sv)
                        select id, title_fi, title_sv, unit_fi, unit_sv, direction, theme, department, producer_fi, producer_sv
                        from shipped on conflict do nothing""").update();
        jdbc.sql("""
                        insert into hyte.indicator_set (code, version) values ('STARTER', '1') on conflict do nothing""").update();
        jdbc.sql("""
                        insert into hyte.indicator_set_member (set_id, indicator_id)
                        select s.id, shipped.id from shipped
                        join hyte.indicator_set s on s.code = 'STARTER' and s.version = '1' where starter
                        on conflict do nothing""").update();
    }

    private void loadRegions() {
        copy(
                "regions.csv",
                "id integer, category text, code text, title_fi text, title_sv text, title_en text, county text");
        jdbc.sql("""
                        insert into hyte.region (id, category, code, title_fi, title_sv, title_en, county_code)
                        select * from shipped on conflict do nothing""").update();
    }

    private void loadObservations() {
        copy(
                "observations.csv.gz",
                "indicator integer, region integer, year integer, gender text, value numeric, absolute numeric");
        jdbc.sql("""
                        insert into hyte.observation (indicator_id, region_id, year, gender, value, absolute, status)
                        select *, 'OK' from shipped on conflict do nothing""").update();
        jdbc.sql("analyze hyte.observation").update();
    }

    /** Puts a shipped file into the temporary table {@code shipped}, whose columns are those of the file. */
    private void copy(String name, String columns) {
        jdbc.sql("drop table if exists shipped").update();
        jdbc.sql("create temporary table shipped (" + columns + ") on commit drop")
                .update();
        Connection connection = DataSourceUtils.getConnection(database);
        try (InputStream file = open(name)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy shipped from stdin with (format csv, delimiter ';', header)", file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (SQLException refused) {
            throw new DataAccessResourceFailureException("The shipped file " + name + " was refused", refused);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    /** A shipped file, unpacked. */
    static InputStream open(String name) throws IOException {
        InputStream file =
                Objects.requireNonNull(ShippedIndicators.class.getResourceAsStream("/indicator/" + name), name);
        return name.endsWith(".gz") ? new GZIPInputStream(file) : file;
    }
}
