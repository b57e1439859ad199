package fi.hytekello.indicator;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The wellbeing group goes through a cycle's indicators and what the departments have said of them. */
@Service
public class IndicatorDiscussions {

    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final Clock clock;

    IndicatorDiscussions(JdbcClient jdbc, Indicators indicators, Cycles cycles, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.cycles = cycles;
        this.audit = audit;
        this.clock = clock;
    }

    /** What has been said so far; empty where nothing has. */
    public Discussion of(CycleId cycle) {
        Map<String, String> themes = themes(cycle);
        return jdbc.sql("select * from hyte.indicator_discussion where cycle_id = :cycle")
                .param("cycle", cycle.value())
                .query((row, n) -> discussion(row, themes))
                .optional()
                .orElse(themes.isEmpty() ? Discussion.NONE : new Discussion(null, themes, null, null, null));
    }

    /**
     * Stores the group's comment on one theme; a blank one removes it.
     *
     * @throws NotFound when no indicator of the cycle has this theme
     * @throws InvalidInput when the text is too long
     */
    @Transactional
    public void comment(CycleId cycle, String theme, @Nullable String comment, Username by) {
        if (indicators.of(cycle).stream()
                .noneMatch(one -> one.indicator().theme().equals(theme))) {
            throw new NotFound("problem.indicator.none");
        }
        String text = stripped("comment[" + theme + "]", comment);
        if (text == null) {
            jdbc.sql("delete from hyte.indicator_theme_comment where cycle_id = :cycle and theme = :theme")
                    .param("cycle", cycle.value())
                    .param("theme", theme)
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into hyte.indicator_theme_comment (cycle_id, theme, comment, changed_by, changed_at)
                        values (:cycle, :theme, :comment, :by, :at)
                        on conflict (cycle_id, theme) do update set comment = excluded.comment,
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("cycle", cycle.value())
                .param("theme", theme)
                .param("comment", text)
                .param("by", by.value())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /**
     * Ends the discussion.
     *
     * @param comment on the whole, may be missing where a theme has one
     * @throws InvalidInput when the group has said nothing at all, or too much
     */
    @Transactional
    public void done(CycleId cycle, @Nullable String comment, Username by) {
        String text = stripped("comment", comment);
        if (text == null && themes(cycle).isEmpty()) {
            throw new InvalidInput("comment", "problem.discussion.silent");
        }
        jdbc.sql("""
                        insert into hyte.indicator_discussion as d (cycle_id, comment, discussed_by, discussed_at)
                        values (:cycle, :comment, :by, :at)
                        on conflict (cycle_id) do update set comment = excluded.comment,
                            discussed_by = excluded.discussed_by, discussed_at = excluded.discussed_at""")
                .param("cycle", cycle.value())
                .param("comment", text)
                .param("by", by.value())
                .param("at", OffsetDateTime.now(clock))
                .update();
        record(cycle, "indicators.discussed", Map.of("themes", themes(cycle).size(), "whole", text != null));
    }

    /**
     * Sends one department's explanations back to it; once in a cycle, so that the report is not held up.
     *
     * @throws InvalidInput naming what is missing, or when something was sent back before
     */
    @Transactional
    public void sendBack(CycleId cycle, @Nullable String department, @Nullable String reason, Username by) {
        DepartmentCode code = indicators.departments(cycle).stream()
                .filter(known -> known.value().equals(department))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("returnedDepartment", "problem.discussion.department"));
        String text = stripped("comment", reason);
        if (text == null) {
            throw new InvalidInput("comment", "problem.discussion.reason");
        }
        int stored = jdbc.sql("""
                        insert into hyte.indicator_discussion as d (cycle_id, returned_department, return_reason, returned_by,
                            returned_at)
                        values (:cycle, :department, :reason, :by, :at)
                        on conflict (cycle_id) do update set returned_department = excluded.returned_department,
                            return_reason = excluded.return_reason, returned_by = excluded.returned_by,
                            returned_at = excluded.returned_at
                        where d.returned_at is null""")
                .param("cycle", cycle.value())
                .param("department", code.value())
                .param("reason", text)
                .param("by", by.value())
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (stored == 0) {
            throw new InvalidInput("discussionDone", "problem.discussion.once");
        }
        record(cycle, "indicators.sentBack", Map.of("department", code.value()));
    }

    /** The department to which the group has sent its explanations back and that has not answered since. */
    void answeredAgain(CycleId cycle, @Nullable DepartmentCode department) {
        jdbc.sql("""
                        update hyte.indicator_discussion set answered_at = :now
                        where cycle_id = :cycle and returned_at is not null and answered_at is null
                            and returned_department = coalesce(:department, returned_department)""")
                .param("cycle", cycle.value())
                .param("department", department == null ? null : department.value())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private Map<String, String> themes(CycleId cycle) {
        Map<String, String> themes = new TreeMap<>();
        jdbc.sql("select theme, comment from hyte.indicator_theme_comment where cycle_id = :cycle")
                .param("cycle", cycle.value())
                .query((ResultSet row) -> {
                    themes.put(row.getString("theme"), row.getString("comment"));
                });
        return themes;
    }

    private void record(CycleId cycle, String action, Map<String, Object> details) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, "cycle:" + cycle.value(), details);
    }

    private static @Nullable String stripped(String field, @Nullable String text) {
        String given = text == null || text.isBlank() ? null : text.strip();
        if (given != null && given.length() > LONGEST) {
            throw new InvalidInput(field, "problem.answer.long", LONGEST, given.length());
        }
        return given;
    }

    private static Discussion discussion(ResultSet row, Map<String, String> themes) throws SQLException {
        String by = row.getString("discussed_by");
        String department = row.getString("returned_department");
        return new Discussion(
                row.getString("comment"),
                themes,
                by == null ? null : new Username(by),
                instant(row, "discussed_at"),
                department == null
                        ? null
                        : new Discussion.Returned(
                                new DepartmentCode(department),
                                row.getString("return_reason"),
                                row.getObject("returned_at", OffsetDateTime.class)
                                        .toInstant(),
                                instant(row, "answered_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
