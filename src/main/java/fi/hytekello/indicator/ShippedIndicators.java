package fi.hytekello.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue, the regions and the values that come with the product: real ones with their real years, from Sotkanet
 * (THL, CC BY 4.0; see {@code indicator/SOURCE.md}).
 */
@Service
public class ShippedIndicators {

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final Clock clock;

    ShippedIndicators(JdbcClient jdbc, BulkCopy copy, Clock clock) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.clock = clock;
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
                        with load as (
                            insert into hyte.indicator_import
                                (kind, state, source, started_at, finished_at, rows_read, rows_new)
                            select 'SHIPPED', 'DONE', 'observations.csv.gz', :now, :now, count(*), count(*) from shipped
                            returning id)
                        insert into hyte.observation
                            (indicator_id, region_id, year, gender, value, absolute, status, import_id)
                        select shipped.*, 'OK', load.id from shipped, load""").param("now", OffsetDateTime.now(clock)).update();
        jdbc.sql("analyze hyte.observation").update();
    }

    /** Puts a shipped file into the temporary table {@code shipped}, whose columns are those of the file. */
    private void copy(String name, String columns) {
        try (InputStream file = open(name)) {
            copy.fill("shipped", columns, true, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A shipped file, unpacked. */
    static InputStream open(String name) throws IOException {
        InputStream file =
                Objects.requireNonNull(ShippedIndicators.class.getResourceAsStream("/indicator/" + name), name);
        return name.endsWith(".gz") ? new GZIPInputStream(file) : file;
    }
}
