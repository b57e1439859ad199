package fi.hytekello.indicator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue and the values that come with the product: real ones with their real years, from Sotkanet (THL, CC BY
 * 4.0; see {@code indicator/SOURCE.md}).
 */
@Service
public class ShippedIndicators {

    private final JdbcClient jdbc;

    ShippedIndicators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Loads both where they are not loaded yet; a value that is there already is never overwritten. Also at the start of
     * the product, as goals and concerns are tied to indicators before the year's values are frozen.
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
            loadCatalogue(rows("catalogue.csv"));
            loadObservations(rows("observations.csv.gz"));
        }
    }

    private void loadCatalogue(List<String[]> rows) {
        jdbc.sql("""
                        insert into hyte.indicator (id, title_fi, title_sv, unit_fi, unit_sv, direction, theme,
                            department_code, producer_fi, producer_sv)
                        select * from unnest(:c0::integer[], :c1::text[], :c2::text[], :c3::text[], :c4::text[], :c5::text[],
                            :c6::text[], :c7::text[], :c8::text[], :c9::text[])
                        on conflict do nothing""").params(columns(rows)).update();
    }

    private void loadObservations(List<String[]> rows) {
        jdbc.sql("""
                        insert into hyte.observation (indicator_id, municipality_code, year, gender, value, absolute)
                        select * from unnest(:c0::integer[], :c1::text[], :c2::integer[], :c3::text[], :c4::numeric[],
                            :c5::numeric[])
                        on conflict do nothing""").params(columns(rows)).update();
    }

    /** One array per column, with null for an empty field. */
    private static Map<String, Object> columns(List<String[]> rows) {
        Map<String, Object> columns = new HashMap<>();
        for (int i = 0; i < rows.get(0).length; i++) {
            int column = i;
            columns.put(
                    "c" + i, rows.stream().map(row -> emptyToNull(row[column])).toArray(String[]::new));
        }
        return columns;
    }

    private static @Nullable String emptyToNull(String field) {
        return field.isEmpty() ? null : field;
    }

    /** The rows of a shipped file without its heading; no field holds a semicolon. */
    static List<String[]> rows(String name) {
        try (InputStream file =
                        Objects.requireNonNull(ShippedIndicators.class.getResourceAsStream("/indicator/" + name));
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(";", -1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
