package fi.hytekello.indicator.source;

import fi.hytekello.indicator.BulkCopy;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.SheetProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings rows in, whatever their source: a new value is added, a changed one replaces the old, which stays as a revision,
 * and an unchanged one is left alone. One statement for all rows each; one import at a time.
 *
 * <p>An absolute figure that is new beside a value that stays is filled in without a revision, and one that an import
 * does not tell is kept: Sotkanet's files leave it out, its interface tells it. A value that a person has typed counts as
 * the source's as soon as the source gives the same.
 */
@Component
class ObservationIntake {

    private static final int MANY = 10_000;

    private static final String COLUMNS = "line integer, indicator_id integer, region_id integer, year integer,"
            + " gender text, status text, value numeric, absolute numeric, margin numeric, respondents integer";

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final Clock clock;

    ObservationIntake(JdbcClient jdbc, BulkCopy copy, Clock clock) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.clock = clock;
    }

    /** Makes the rows ready in the caller's transaction: for {@link #problems} and {@link #take}. */
    @Transactional(propagation = Propagation.MANDATORY)
    void prepare(List<ObservationRow> rows) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('hyte.observation'))::text")
                .query(String.class)
                .single();
        ByteArrayOutputStream lines = new ByteArrayOutputStream(rows.size() * 40 + 1);
        rows.forEach(row -> lines.writeBytes(row.csv().getBytes(StandardCharsets.UTF_8)));
        copy.fill("incoming", COLUMNS, false, new ByteArrayInputStream(lines.toByteArray()));
        jdbc.sql("analyze incoming").update();
    }

    /**
     * What is wrong with the prepared rows: indicators and regions that nobody knows, and rows for the same value.
     *
     * @param limit of what is told, by line
     */
    List<SheetProblem> problems(int limit) {
        return jdbc.sql("""
                        select line, kind, told from (
                            select i.line, 'indicator' as kind, i.indicator_id::text as told from incoming i
                            where not exists (select from hyte.indicator known
                                where known.id = i.indicator_id and known.municipality_code is null)
                            union all
                            select i.line, 'region', i.region_id::text from incoming i
                            where not exists (select from hyte.region known where known.id = i.region_id)
                            union all
                            select line, 'twice', first::text from (
                                select line, min(line) over (partition by indicator_id, region_id, gender, year) as first
                                from incoming) same where line > first) wrong
                        order by line, kind limit :limit""")
                .param("limit", limit)
                .query((row, n) -> problem(row.getInt("line"), row.getString("kind"), row.getString("told")))
                .list();
    }

    private static SheetProblem problem(int line, String kind, String told) {
        return new SheetProblem(
                line,
                switch (kind) {
                    case "indicator" -> new InvalidInput("sotkanetIndicator", "problem.import.indicator", told);
                    case "region" -> new InvalidInput("sotkanetRegion", "problem.import.region", told);
                    default -> new InvalidInput("line", "problem.import.twice", told);
                });
    }

    /** How many of the prepared lines are wrong. */
    int wrongLines() {
        return jdbc.sql("""
                        select count(*) from (
                            select i.*, row_number() over (partition by indicator_id, region_id, gender, year order by line)
                                as place from incoming i) i
                        where i.place > 1
                            or not exists (select from hyte.region known where known.id = i.region_id)
                            or not exists (select from hyte.indicator known
                                where known.id = i.indicator_id and known.municipality_code is null)""").query(Integer.class).single();
    }

    /**
     * Takes the prepared rows, which must be free of problems.
     *
     * @param fetchedOn the day on which the source gave them (Europe/Helsinki), null where it is not known
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Counts take(ImportId importId, @Nullable LocalDate fetchedOn) {
        int read =
                jdbc.sql("select count(*) from incoming").query(Integer.class).single();
        int changed = change(importId, fetchedOn);
        complete(importId, fetchedOn);
        int added = jdbc.sql("""
                        insert into hyte.observation (indicator_id, region_id, year, gender, value, absolute, status,
                            margin, respondents, fetched_on, import_id)
                        select i.indicator_id, i.region_id, i.year, i.gender, i.value, i.absolute, i.status,
                            i.margin, i.respondents, :fetched, :import
                        from incoming i on conflict do nothing""")
                .param("fetched", fetchedOn)
                .param("import", importId.value())
                .update();
        if (added + changed >= MANY) {
            jdbc.sql("analyze hyte.observation").update();
        }
        return new Counts(read, added, changed, read - added - changed, 0);
    }

    private int change(ImportId importId, @Nullable LocalDate fetchedOn) {
        return jdbc.sql("""
                        with changed as (
                            select i.*, o.status as old_status, o.value as old_value, o.absolute as old_absolute,
                                (o.status, o.value) is not distinct from (i.status, i.value) as stays
                            from incoming i join hyte.observation o using (indicator_id, region_id, gender, year)
                            where (o.status, o.value) is distinct from (i.status, i.value)
                                or o.absolute <> i.absolute or o.margin <> i.margin or o.respondents <> i.respondents
                        ), revised as (
                            insert into hyte.observation_revision (indicator_id, region_id, year, gender, old_status,
                                old_value, old_absolute, new_status, new_value, new_absolute, changed_at, import_id)
                            select indicator_id, region_id, year, gender, old_status, old_value, old_absolute, status, value,
                                absolute, :now, :import
                            from changed
                        )
                        update hyte.observation o set status = c.status, value = c.value,
                            absolute = coalesce(c.absolute, case when c.stays then o.absolute end),
                            margin = coalesce(c.margin, case when c.stays then o.margin end),
                            respondents = coalesce(c.respondents, case when c.stays then o.respondents end),
                            fetched_on = :fetched, import_id = :import
                        from changed c where o.indicator_id = c.indicator_id and o.region_id = c.region_id
                            and o.gender = c.gender and o.year = c.year""")
                .param("now", OffsetDateTime.now(clock))
                .param("fetched", fetchedOn)
                .param("import", importId.value())
                .update();
    }

    /** What an import tells more of a value that stays. */
    private void complete(ImportId importId, @Nullable LocalDate fetchedOn) {
        jdbc.sql("""
                        update hyte.observation o set absolute = coalesce(o.absolute, i.absolute),
                            margin = coalesce(o.margin, i.margin), respondents = coalesce(o.respondents, i.respondents),
                            fetched_on = :fetched, import_id = :import
                        from incoming i
                        where o.indicator_id = i.indicator_id and o.region_id = i.region_id and o.gender = i.gender
                            and o.year = i.year and (o.absolute is null and i.absolute is not null
                                or o.margin is null and i.margin is not null
                                or o.respondents is null and i.respondents is not null
                                or (select kind in ('SOTKANET', 'FILE') from hyte.indicator_import where id = :import)
                                    and o.import_id in (select id from hyte.indicator_import where kind = 'BY_HAND'))""")
                .param("fetched", fetchedOn)
                .param("import", importId.value())
                .update();
    }
}
