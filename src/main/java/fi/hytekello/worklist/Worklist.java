package fi.hytekello.worklist;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Deputyship;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open tasks of all tenants, one row each; written by the engine's adapter in the engine's transaction. */
@Repository
public class Worklist {

    private static final String SELECT = "select w.* from hyte.work_item w ";

    private final JdbcClient jdbc;

    Worklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void opened(OpenTask task) {
        jdbc.sql("""
                        insert into hyte.work_item (task_id, municipality_code, cycle_id, matter, process_instance_id, process,
                            task, groups, department_code, milestone, subject, body, assignee, opened_at, due_at)
                        values (:id, :municipality, :cycle, :matter, :instance, :process, :task, :groups, :department,
                            :milestone, :subject, :body, :assignee, :openedAt, :dueAt)""")
                .param("id", task.id())
                .param("municipality", task.municipality().value())
                .param(
                        "cycle",
                        task.cycleOrNull() == null ? null : task.cycleOrNull().value())
                .param("matter", task.matter())
                .param("instance", task.processInstance())
                .param("process", task.process())
                .param("task", task.task())
                .param("groups", task.groups().toArray(String[]::new))
                .param(
                        "department",
                        task.department() == null ? null : task.department().value())
                .param(
                        "milestone",
                        task.milestone() == null ? null : task.milestone().name())
                .param("subject", task.subject())
                .param("body", task.body())
                .param(
                        "assignee",
                        task.assignee() == null ? null : task.assignee().value())
                .param("openedAt", utc(task.openedAt()))
                .param("dueAt", task.dueAt() == null ? null : utc(task.dueAt()))
                .update();
    }

    /** Somebody has claimed the task; a named person's stays that person's, whoever holds it in the engine. */
    public void assigned(String taskId, @Nullable Username assignee) {
        jdbc.sql("update hyte.work_item set assignee = :assignee where task_id = :id and groups <> '{}'")
                .param("id", taskId)
                .param("assignee", assignee == null ? null : assignee.value())
                .update();
    }

    /** The task as it is now; empty where it had that deadline already. */
    public Optional<OpenTask> dueChanged(String taskId, @Nullable Instant dueAt) {
        return jdbc.sql("""
                        update hyte.work_item w set due_at = :dueAt
                        where task_id = :id and due_at is distinct from :dueAt returning w.*""")
                .param("id", taskId)
                .param("dueAt", dueAt == null ? null : utc(dueAt))
                .query(Worklist::task)
                .optional();
    }

    public void closed(String taskId) {
        jdbc.sql("delete from hyte.work_item where task_id = :id")
                .param("id", taskId)
                .update();
    }

    public Optional<OpenTask> find(String taskId) {
        return jdbc.sql(SELECT + "where w.task_id = :id")
                .param("id", taskId)
                .query(Worklist::task)
                .optional();
    }

    /** Tasks this person may complete or has claimed, also as a deputy; the one due first first. */
    public List<OpenTask> of(Person person) {
        List<Held> held = Stream.concat(
                        Stream.of(person.inOwnRight()),
                        person.deputyships().stream().map(Deputyship::absent))
                .flatMap(one -> one.holdings().stream().map(role -> new Held(one, role)))
                .toList();
        return jdbc.sql(SELECT + """
                                where exists (
                                    select 1 from unnest(:municipalities::text[], :groups::text[], :usernames::text[])
                                        as r (municipality_code, group_id, username)
                                    where r.municipality_code = w.municipality_code
                                        and (r.group_id = any (w.groups) or w.groups = '{}' and w.assignee = r.username))
                                order by w.due_at nulls last, w.opened_at, w.task_id""")
                .param("municipalities", texts(held, one -> one.role().municipality()))
                .param("groups", texts(held, one -> one.role().group()))
                .param("usernames", texts(held, one -> one.holder().username()))
                .query(Worklist::task)
                .list();
    }

    /** A role and who holds it: the person or one for whom the person stands in. */
    private record Held(Person holder, Person.Holding role) {}

    private static String[] texts(List<Held> held, Function<Held, Object> part) {
        return held.stream().map(part).map(Object::toString).toArray(String[]::new);
    }

    /** Tasks of the municipality that somebody has claimed or that are one named person's. */
    public List<OpenTask> taken(MunicipalityCode municipality) {
        return jdbc.sql(SELECT
                        + "where w.municipality_code = :municipality and w.assignee is not null order by w.task_id")
                .param("municipality", municipality.value())
                .query(Worklist::task)
                .list();
    }

    /** Those of one matter that is no cycle, the one due first first. */
    public List<OpenTask> ofMatter(String matter) {
        return jdbc.sql(SELECT + "where w.matter = :matter order by w.due_at nulls last, w.opened_at, w.task_id")
                .param("matter", matter)
                .query(Worklist::task)
                .list();
    }

    public List<OpenTask> ofCycle(CycleId cycle) {
        return ofCycles(List.of(cycle));
    }

    /** Those of all these cycles, the one due first first. */
    public List<OpenTask> ofCycles(Collection<CycleId> cycles) {
        return jdbc.sql(SELECT
                        + "where w.cycle_id = any (:cycles) order by w.due_at nulls last, w.opened_at, w.task_id")
                .param("cycles", cycles.stream().map(CycleId::value).toArray(Long[]::new))
                .query(Worklist::task)
                .list();
    }

    /** Open tasks of one process instance: what a phase's timers ask for. */
    public List<OpenTask> ofInstance(String processInstance) {
        return jdbc.sql(
                        SELECT
                                + "where w.process_instance_id = :instance order by w.due_at nulls last, w.opened_at, w.task_id")
                .param("instance", processInstance)
                .query(Worklist::task)
                .list();
    }

    private static OpenTask task(ResultSet row, int number) throws SQLException {
        Long cycle = row.getObject("cycle_id", Long.class);
        String department = row.getString("department_code");
        String milestone = row.getString("milestone");
        String assignee = row.getString("assignee");
        OffsetDateTime dueAt = row.getObject("due_at", OffsetDateTime.class);
        return new OpenTask(
                row.getString("task_id"),
                new MunicipalityCode(row.getString("municipality_code")),
                cycle == null ? null : new CycleId(cycle),
                row.getString("matter"),
                row.getString("process_instance_id"),
                row.getString("process"),
                row.getString("task"),
                strings(row.getArray("groups")),
                department == null ? null : new DepartmentCode(department),
                milestone == null ? null : MilestoneKind.valueOf(milestone),
                row.getString("subject"),
                row.getString("body"),
                assignee == null ? null : new Username(assignee),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                dueAt == null ? null : dueAt.toInstant());
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
