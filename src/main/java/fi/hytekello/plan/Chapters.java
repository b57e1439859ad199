package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The structure of each cycle's report at heading level: the default chapters of its kind, in a broad year changed by
 * the coordinator (THL's phase 1, domain chapter 2.2). Fixed once the writing has begun.
 */
@Repository
public class Chapters {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Municipalities municipalities;
    private final AuditTrail audit;

    Chapters(JdbcClient jdbc, Cycles cycles, Municipalities municipalities, AuditTrail audit) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.municipalities = municipalities;
        this.audit = audit;
    }

    /** In the order of the report; empty before {@link #ensure}. */
    public List<Chapter> of(CycleId cycle) {
        return jdbc.sql("select * from hyte.report_chapter where cycle_id = :cycle order by ordinal")
                .param("cycle", cycle.value())
                .query(Chapters::chapter)
                .list();
    }

    /** @throws NotFound when the report has no such chapter */
    public Chapter get(CycleId cycle, ReportSection section) {
        return of(cycle).stream()
                .filter(chapter -> chapter.section().equals(section))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.chapter.unknown"));
    }

    /** Gives the report the default chapters of its kind where it has none; safe to call again. */
    @Transactional
    public void ensure(CycleId cycle) {
        jdbc.sql("""
                        insert into hyte.report_chapter (cycle_id, key, ordinal, heading_fi, heading_sv, obligatory)
                        select c.id, d.key, d.ordinal, d.heading_fi, d.heading_sv, d.obligatory
                        from hyte.cycle c join hyte.chapter_default d on d.cycle_kind = c.kind
                        where c.id = :cycle
                            and not exists (select 1 from hyte.report_chapter own where own.cycle_id = c.id)""").param("cycle", cycle.value()).update();
    }

    /** A new chapter after the others. */
    @Transactional
    public ReportSection add(CycleId cycle, Chapter.Content content) {
        refuseFixed(cycle);
        check(cycle, content);
        ReportSection section = new ReportSection(jdbc.sql("""
                        insert into hyte.report_chapter
                            (cycle_id, key, ordinal, heading_fi, heading_sv, obligatory, department_code, guidance)
                        select :cycle, 'CHAPTER_' || coalesce(max(substring(key from '^CHAPTER_([0-9]+)$')::integer), 0) + 1,
                            coalesce(max(ordinal), 0) + 1, :fi, :sv, :obligatory, :department, :guidance
                        from hyte.report_chapter where cycle_id = :cycle returning key""")
                .params(parameters(cycle, content))
                .query(String.class)
                .single());
        audit(cycle, "chapter.added", section);
        return section;
    }

    /**
     * Changes a chapter's heading, department and guidance.
     *
     * @param version the version that the writer saw
     * @throws Conflict when somebody changed it after that, or the writing has begun
     * @throws InvalidInput naming the field when both headings are missing or the department is unknown
     */
    @Transactional
    public Chapter revise(CycleId cycle, ReportSection section, Chapter.Content content, int version) {
        refuseFixed(cycle);
        check(cycle, content);
        Chapter before = get(cycle, section);
        if (before.content().equals(content)) {
            return before;
        }
        int changed = jdbc.sql("""
                        update hyte.report_chapter set heading_fi = :fi, heading_sv = :sv, obligatory = :obligatory,
                            department_code = :department, guidance = :guidance, version = version + 1
                        where cycle_id = :cycle and key = :key and version = :version""")
                .params(parameters(cycle, content))
                .param("key", section.key())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict("problem.chapter.changed");
        }
        audit(cycle, "chapter.changed", section);
        return new Chapter(section, content, version + 1);
    }

    /** Moves a chapter one place; the first stays first and the last stays last. */
    @Transactional
    public void move(CycleId cycle, ReportSection section, boolean up) {
        refuseFixed(cycle);
        jdbc.sql("""
                        with own as (select key, ordinal from hyte.report_chapter where cycle_id = :cycle and key = :key),
                        other as (select c.key, c.ordinal from hyte.report_chapter c, own
                            where c.cycle_id = :cycle
                                and case when :up then c.ordinal < own.ordinal else c.ordinal > own.ordinal end
                            order by abs(c.ordinal - own.ordinal) limit 1)
                        update hyte.report_chapter c
                        set ordinal = case when c.key = own.key then other.ordinal else own.ordinal end
                        from own, other where c.cycle_id = :cycle and c.key in (own.key, other.key)""")
                .param("cycle", cycle.value())
                .param("key", section.key())
                .param("up", up)
                .update();
        audit(cycle, "chapter.moved", section);
    }

    /** @throws Conflict when it is the last one or the writing has begun */
    @Transactional
    public void remove(CycleId cycle, ReportSection section) {
        refuseFixed(cycle);
        int removed = jdbc.sql("""
                        delete from hyte.report_chapter where cycle_id = :cycle and key = :key
                            and (select count(*) from hyte.report_chapter where cycle_id = :cycle) > 1""")
                .param("cycle", cycle.value())
                .param("key", section.key())
                .update();
        if (removed == 0) {
            throw new Conflict("problem.chapter.last");
        }
        audit(cycle, "chapter.removed", section);
    }

    /** Also holds the cycle, so that two changes, or a change and the first version, come one after the other. */
    private void refuseFixed(CycleId cycle) {
        jdbc.sql("select id from hyte.cycle where id = :cycle for update")
                .param("cycle", cycle.value())
                .query(Long.class)
                .single();
        boolean written = jdbc.sql("select exists (select 1 from hyte.report_version where cycle_id = :cycle)")
                .param("cycle", cycle.value())
                .query(Boolean.class)
                .single();
        if (written) {
            throw new Conflict("problem.chapter.fixed");
        }
    }

    private void check(CycleId id, Chapter.Content content) {
        if (content.headingFi() == null && content.headingSv() == null) {
            throw new InvalidInput("headingFi", "problem.chapter.heading");
        }
        DepartmentCode department = content.department();
        Cycle cycle = cycles.get(id);
        if (department != null
                && municipalities.departments(cycle.municipality()).stream()
                        .noneMatch(known -> known.code().equals(department))) {
            throw new InvalidInput("chapterDepartment", "problem.answer.choice");
        }
    }

    private static Map<String, @Nullable Object> parameters(CycleId cycle, Chapter.Content content) {
        Map<String, @Nullable Object> parameters = new java.util.HashMap<>();
        parameters.put("cycle", cycle.value());
        parameters.put("fi", content.headingFi());
        parameters.put("sv", content.headingSv());
        parameters.put("obligatory", content.obligatory());
        parameters.put(
                "department",
                content.department() == null ? null : content.department().value());
        parameters.put("guidance", content.guidance());
        return parameters;
    }

    private void audit(CycleId cycle, String action, ReportSection section) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, "chapter:" + section, Map.of());
    }

    private static Chapter chapter(ResultSet row, int number) throws SQLException {
        String department = row.getString("department_code");
        return new Chapter(
                new ReportSection(row.getString("key")),
                new Chapter.Content(
                        row.getString("heading_fi"),
                        row.getString("heading_sv"),
                        row.getBoolean("obligatory"),
                        department == null ? null : new DepartmentCode(department),
                        row.getString("guidance")),
                row.getInt("version"));
    }
}
