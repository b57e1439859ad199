package fi.hytekello.indicator;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sets of indicators that come with the product beside the starter set; see {@code indicator/SOURCE.md}. */
@Service
public class ShippedSets {

    private final JdbcClient jdbc;
    private final ShippedIndicators shipped;

    ShippedSets(JdbcClient jdbc, ShippedIndicators shipped) {
        this.jdbc = jdbc;
        this.shipped = shipped;
    }

    /** Adds the sets and versions that are missing; one that is there already is never changed. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void load() {
        shipped.load();
        List<CSVRecord> rows = rows();
        jdbc.sql("""
                        with given as (select * from unnest(:codes::text[], :versions::text[], :years::integer[],
                            :indicators::integer[], :certain::boolean[]) as g (code, version, year, indicator, certain)),
                        made as (insert into hyte.indicator_set (code, version, year)
                            select distinct code, version, year from given on conflict do nothing returning id, code, version)
                        insert into hyte.indicator_set_member (set_id, indicator_id, certain)
                        select made.id, g.indicator, g.certain from made join given g using (code, version)
                        join hyte.indicator i on i.id = g.indicator""")
                .param("codes", column(rows, "set").toArray(String[]::new))
                .param("versions", column(rows, "version").toArray(String[]::new))
                .param(
                        "years",
                        column(rows, "year").stream()
                                .map(year -> year.isEmpty() ? null : Integer.valueOf(year))
                                .toArray(Integer[]::new))
                .param(
                        "indicators",
                        column(rows, "indicator").stream().map(Integer::valueOf).toArray(Integer[]::new))
                .param(
                        "certain",
                        column(rows, "certain").stream().map("yes"::equals).toArray(Boolean[]::new))
                .update();
    }

    private static List<String> column(List<CSVRecord> rows, String name) {
        return rows.stream().map(row -> row.get(name)).toList();
    }

    private static List<CSVRecord> rows() {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var file = new InputStreamReader(ShippedIndicators.open("sets.csv"), StandardCharsets.UTF_8)) {
            return format.parse(file).getRecords();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
