package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of a cycle's welfare report, its versions and their sections. */
@Repository
class ReportTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A new version of the cycle's chapters with the texts of the previous one, empty where there is none; the report is
     * open again.
     */
    void open(CycleId cycle, int previous, int number) {
        jdbc.sql("""
                        insert into hyte.welfare_report (cycle_id) values (:cycle)
                        on conflict (cycle_id) do update set state = 'OPEN'""").param("cycle", cycle.value()).update();
        jdbc.sql("insert into hyte.report_version (cycle_id, number) values (:cycle, :number)")
                .param("cycle", cycle.value())
                .param("number", number)
                .update();
        jdbc.sql("""
                        insert into hyte.report_section
                            (cycle_id, number, section, ordinal, heading_fi, heading_sv, obligatory, text)
                        select c.cycle_id, :number, c.key, c.ordinal, c.heading_fi, c.heading_sv, c.obligatory,
                            coalesce(p.text, '')
                        from hyte.report_chapter c left join hyte.report_section p
                            on p.cycle_id = c.cycle_id and p.number = :previous and p.section = c.key
                        where c.cycle_id = :cycle""")
                .param("cycle", cycle.value())
                .param("number", number)
                .param("previous", previous)
                .update();
    }

    Optional<WelfareReport> find(CycleId cycle, int number) {
        Optional<Boolean> submitted = jdbc.sql("""
                        select submitted_at is not null from hyte.report_version
                        where cycle_id = :cycle and number = :number""")
                .param("cycle", cycle.value())
                .param("number", number)
                .query(Boolean.class)
                .optional();
        return submitted.map(done -> new WelfareReport(cycle, number, done, texts(cycle, number)));
    }

    /** The oldest first. */
    List<ReportVersion> versions(CycleId cycle) {
        return jdbc.sql("""
                        select v.number, d.created_at, v.submitted_at from hyte.report_version v
                        join hyte.document_version d
                            on d.cycle_id = v.cycle_id and d.number = v.number and d.subject = 'WELFARE_REPORT'
                        where v.cycle_id = :cycle order by v.number""")
                .param("cycle", cycle.value())
                .query((row, n) -> {
                    OffsetDateTime submitted = row.getObject("submitted_at", OffsetDateTime.class);
                    return new ReportVersion(
                            row.getInt("number"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            submitted == null ? null : submitted.toInstant());
                })
                .list();
    }

    private List<WelfareReport.Text> texts(CycleId cycle, int number) {
        return jdbc.sql("""
                        select section, heading_fi, heading_sv, obligatory, text, version from hyte.report_section
                        where cycle_id = :cycle and number = :number order by ordinal""")
                .param("cycle", cycle.value())
                .param("number", number)
                .query((row, n) -> new WelfareReport.Text(
                        new ReportSection(row.getString("section")),
                        new WelfareReport.Heading(row.getString("heading_fi"), row.getString("heading_sv")),
                        row.getBoolean("obligatory"),
                        row.getString("text"),
                        row.getInt("version")))
                .list();
    }

    /** False when the section has changed since that version, or the report's version is submitted. */
    boolean write(CycleId cycle, int number, ReportSection section, String text, int version) {
        return jdbc.sql("""
                                update hyte.report_section s set text = :text, version = s.version + 1
                                from hyte.report_version v
                                where s.cycle_id = :cycle and s.number = :number and s.section = :section
                                    and s.version = :version and v.cycle_id = s.cycle_id and v.number = s.number
                                    and v.submitted_at is null""")
                        .param("text", text)
                        .param("cycle", cycle.value())
                        .param("number", number)
                        .param("section", section.key())
                        .param("version", version)
                        .update()
                == 1;
    }

    void submitted(CycleId cycle, int number) {
        jdbc.sql("""
                        update hyte.report_version set submitted_at = :now
                        where cycle_id = :cycle and number = :number and submitted_at is null""")
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .param("number", number)
                .update();
    }

    /** @param state {@code ACCEPTED} or {@code REJECTED} */
    void ended(CycleId cycle, String state) {
        jdbc.sql("update hyte.welfare_report set state = :state where cycle_id = :cycle")
                .param("state", state)
                .param("cycle", cycle.value())
                .update();
    }

    void published(CycleId cycle, LocalDate on, @Nullable String at) {
        jdbc.sql("""
                        update hyte.welfare_report set published_on = :on, published_at = :at
                        where cycle_id = :cycle""")
                .param("on", on)
                .param("at", at)
                .param("cycle", cycle.value())
                .update();
    }
}
