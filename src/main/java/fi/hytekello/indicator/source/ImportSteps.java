package fi.hytekello.indicator.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far an import from Sotkanet has come. */
@Repository
public class ImportSteps {

    private final JdbcClient jdbc;

    ImportSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An indicator that was not imported, or not all of it. */
    public record Trouble(int indicator, String titleFi, String titleSv, boolean imported, Problem problem) {}

    /** How many indicators are done, and how many there are to do in all. */
    public record Progress(int done, int all) {}

    /** The next indicators that this import has not dealt with, by id. */
    List<Integer> next(ImportId id, int limit) {
        return jdbc.sql("""
                        select s.indicator_id from hyte.indicator_source s
                        where s.state = 'TAKEN' and not exists (select from hyte.indicator_import_step done
                            where done.import_id = :id and done.indicator_id = s.indicator_id)
                        order by s.indicator_id limit :limit""")
                .param("id", id.value())
                .param("limit", limit)
                .query(Integer.class)
                .list();
    }

    void done(ImportId id, int indicator, boolean imported, @Nullable Problem problem) {
        jdbc.sql("""
                        insert into hyte.indicator_import_step
                            (import_id, indicator_id, imported, problem, problem_arguments)
                        values (:id, :indicator, :imported, :key, :arguments) on conflict do nothing""")
                .param("id", id.value())
                .param("indicator", indicator)
                .param("imported", imported)
                .param("key", problem == null ? null : problem.key())
                .param("arguments", problem == null ? new String[0] : problem.array())
                .update();
    }

    public Progress progress(ImportId id) {
        return jdbc.sql("""
                        select (select count(*) from hyte.indicator_import_step where import_id = :id) as done,
                            (select count(*) from hyte.indicator_source where state = 'TAKEN') as taken""")
                .param("id", id.value())
                .query((row, n) -> new Progress(row.getInt("done"), Math.max(row.getInt("done"), row.getInt("taken"))))
                .single();
    }

    /** By indicator id. */
    public List<Trouble> troubles(ImportId id) {
        return jdbc.sql("""
                        select s.*, i.title_fi, i.title_sv from hyte.indicator_import_step s
                        join hyte.indicator i on i.id = s.indicator_id
                        where s.import_id = :id and s.problem is not null order by s.indicator_id""")
                .param("id", id.value())
                .query((row, n) -> new Trouble(
                        row.getInt("indicator_id"),
                        row.getString("title_fi"),
                        row.getString("title_sv"),
                        row.getBoolean("imported"),
                        java.util.Objects.requireNonNull(Problem.read(row))))
                .list();
    }
}
