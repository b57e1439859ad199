package fi.hytekello.indicator.source;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each time that values came in: when, from where, by whom, and how it ended. */
@Repository
public class ImportHistory {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum State {
        RUNNING,
        DONE,
        /** Nothing of it was taken. */
        REFUSED,
        /** A person ended it before its end; what was in by then stays. */
        STOPPED
    }

    /**
     * One import.
     *
     * @param source name of the file or address of the service; empty where a person typed the value
     * @param by null where a timer, the start or a command did it
     * @param problem why it was refused, or why its last attempt failed
     */
    public record Entry(
            ImportId id,
            ImportKind kind,
            State state,
            String source,
            Instant startedAt,
            @Nullable Username by,
            @Nullable Instant finishedAt,
            Counts counts,
            @Nullable Problem problem) {}

    /** @throws Conflict when an import from Sotkanet is to begin while another runs */
    ImportId begin(ImportKind kind, String source, @Nullable MunicipalityCode municipality, @Nullable Username by) {
        try {
            return new ImportId(jdbc.sql("""
                            insert into hyte.indicator_import (kind, state, municipality_code, source, started_at, started_by)
                            values (:kind, 'RUNNING', :municipality, :source, :now, :by) returning id""")
                    .param("kind", kind.name())
                    .param("municipality", municipality == null ? null : municipality.value())
                    .param("source", source)
                    .param("now", OffsetDateTime.now(clock))
                    .param("by", by == null ? null : by.value())
                    .query(Long.class)
                    .single());
        } catch (DuplicateKeyException running) {
            throw new Conflict("problem.import.running");
        }
    }

    /** Adds these to what the import has counted so far. */
    void count(ImportId id, Counts counts) {
        jdbc.sql("""
                        update hyte.indicator_import set rows_read = rows_read + :read, rows_new = rows_new + :added,
                            rows_changed = rows_changed + :changed, rows_unchanged = rows_unchanged + :unchanged,
                            rows_refused = rows_refused + :refused
                        where id = :id""")
                .param("id", id.value())
                .param("read", counts.read())
                .param("added", counts.added())
                .param("changed", counts.changed())
                .param("unchanged", counts.unchanged())
                .param("refused", counts.refused())
                .update();
    }

    /** Notes why an attempt failed; null when the import goes on. */
    void note(ImportId id, @Nullable Problem problem) {
        jdbc.sql("update hyte.indicator_import set problem = :key, problem_arguments = :arguments where id = :id")
                .param("id", id.value())
                .param("key", problem == null ? null : problem.key())
                .param("arguments", problem == null ? new String[0] : problem.array())
                .update();
    }

    /** Notes that all its tries have failed; how often that has been so by now. */
    int stopped(ImportId id) {
        return jdbc.sql("update hyte.indicator_import set stops = stops + 1 where id = :id returning stops")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** Who began it; null where the calendar did. */
    @Nullable
    Username beginner(ImportId id) {
        return jdbc.sql("select started_by from hyte.indicator_import where id = :id and started_by is not null")
                .param("id", id.value())
                .query((row, n) -> new Username(row.getString("started_by")))
                .optional()
                .orElse(null);
    }

    /** How often it has stopped. */
    int stops(ImportId id) {
        return jdbc.sql("select stops from hyte.indicator_import where id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** Ends it; one that has ended already stays as it is. */
    void finish(ImportId id, State state) {
        jdbc.sql("""
                        update hyte.indicator_import set state = :state, finished_at = :now
                        where id = :id and state = 'RUNNING'""")
                .param("id", id.value())
                .param("state", state.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The import from Sotkanet that runs, where one does. */
    public Optional<Entry> running() {
        return jdbc.sql("select * from hyte.indicator_import where kind = 'SOTKANET' and state = 'RUNNING'")
                .query(ImportHistory::entry)
                .optional();
    }

    /** What all see and what is this municipality's own, the newest first. */
    public List<Entry> newest(MunicipalityCode municipality, int limit) {
        return jdbc.sql("""
                        select * from hyte.indicator_import
                        where municipality_code is null or municipality_code = :municipality order by id desc limit :limit""")
                .param("municipality", municipality.value())
                .param("limit", limit)
                .query(ImportHistory::entry)
                .list();
    }

    /** One of those that the municipality sees. */
    public Optional<Entry> find(MunicipalityCode municipality, long id) {
        return jdbc.sql("""
                        select * from hyte.indicator_import
                        where id = :id and (municipality_code is null or municipality_code = :municipality)""")
                .param("id", id)
                .param("municipality", municipality.value())
                .query(ImportHistory::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        String by = row.getString("started_by");
        return new Entry(
                new ImportId(row.getLong("id")),
                ImportKind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getString("source"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                by == null ? null : new Username(by),
                finished == null ? null : finished.toInstant(),
                new Counts(
                        row.getInt("rows_read"),
                        row.getInt("rows_new"),
                        row.getInt("rows_changed"),
                        row.getInt("rows_unchanged"),
                        row.getInt("rows_refused")),
                Problem.read(row));
    }
}
