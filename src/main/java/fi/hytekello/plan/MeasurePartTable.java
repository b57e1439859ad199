package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked to answer for what, and what they said. */
@Repository
class MeasurePartTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    MeasurePartTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<MeasurePart> of(CycleId cycle) {
        return jdbc.sql("select * from hyte.measure_part where cycle_id = :cycle order by measure_id, part desc")
                .param("cycle", cycle.value())
                .query(MeasurePartTable::part)
                .list();
    }

    List<MeasurePart> of(CycleId cycle, DepartmentCode department) {
        return jdbc.sql("""
                        select * from hyte.measure_part where cycle_id = :cycle and department_code = :department
                            and status = 'PROPOSED' order by measure_id, part desc""")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .query(MeasurePartTable::part)
                .list();
    }

    /** Named people who are no longer active in the municipality. */
    List<MeasurePart> ofThoseGone(CycleId cycle, DepartmentCode department) {
        return jdbc.sql("""
                        select p.* from hyte.measure_part p join hyte.cycle c on c.id = p.cycle_id
                        where p.cycle_id = :cycle and p.department_code = :department and p.status = 'PROPOSED'
                            and not exists (select 1 from hyte.person h join hyte.person_role r using (username)
                                where h.username = p.username and h.active
                                    and r.municipality_code = c.municipality_code)
                        order by p.measure_id, p.part desc""")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .query(MeasurePartTable::part)
                .list();
    }

    /** A request for each person who has something to confirm; earlier refusals are forgotten. */
    void ask(CycleId cycle, DepartmentCode department) {
        jdbc.sql("""
                        delete from hyte.measure_confirmation c using hyte.measure m
                        where m.id = c.measure_id and m.cycle_id = :cycle and m.department_code = :department
                            and m.status = 'PROPOSED' and c.state <> 'CONFIRMED'""")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .update();
        jdbc.sql("""
                        insert into hyte.responsibility_request
                            (cycle_id, municipality_code, department_code, username, asked_at)
                        select distinct p.cycle_id, c.municipality_code, p.department_code, p.username, :now::timestamptz
                        from hyte.measure_part p join hyte.cycle c on c.id = p.cycle_id
                        where p.cycle_id = :cycle and p.department_code = :department and p.status = 'PROPOSED'
                            and p.state is distinct from 'CONFIRMED'
                        on conflict (cycle_id, department_code, username) do update set asked_at = excluded.asked_at""")
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .param("department", department.value())
                .update();
    }

    List<Long> waiting(CycleId cycle, DepartmentCode department) {
        return jdbc.sql("""
                        select r.id from hyte.responsibility_request r
                        where r.cycle_id = :cycle and r.department_code = :department
                            and exists (select 1 from hyte.measure_part p where p.cycle_id = r.cycle_id
                                and p.department_code = r.department_code and p.username = r.username
                                and p.status = 'PROPOSED' and p.state is distinct from 'CONFIRMED')
                        order by r.id""")
                .param("cycle", cycle.value())
                .param("department", department.value())
                .query(Long.class)
                .list();
    }

    Username person(long request) {
        return new Username(jdbc.sql("select username from hyte.responsibility_request where id = :id")
                .param("id", request)
                .query(String.class)
                .single());
    }

    void write(MeasurePart part, MeasurePart.State state, @Nullable String reason) {
        jdbc.sql("""
                        insert into hyte.measure_confirmation (measure_id, part, username, state, reason, answered_at)
                        values (:measure, :part, :person, :state, :reason, :now)
                        on conflict (measure_id, part) do update set username = excluded.username,
                            state = excluded.state, reason = excluded.reason, answered_at = excluded.answered_at""")
                .param("measure", part.measure().value())
                .param("part", part.part().name())
                .param("person", part.person().value())
                .param("state", state.name())
                .param("reason", reason)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void forget(MeasurePart part) {
        jdbc.sql("delete from hyte.measure_confirmation where measure_id = :measure and part = :part")
                .param("measure", part.measure().value())
                .param("part", part.part().name())
                .update();
    }

    /** What the person marked is refused, all else that waits for this person is confirmed. */
    void send(CycleId cycle, DepartmentCode department, Username person) {
        jdbc.sql("""
                        insert into hyte.measure_confirmation as c (measure_id, part, username, state, answered_at)
                        select p.measure_id, p.part, p.username, 'CONFIRMED', :now::timestamptz
                        from hyte.measure_part p
                        where p.cycle_id = :cycle and p.department_code = :department and p.username = :person
                            and p.status = 'PROPOSED' and p.state is distinct from 'CONFIRMED'
                        on conflict (measure_id, part) do update set answered_at = excluded.answered_at,
                            username = excluded.username,
                            reason = case when c.username = excluded.username and c.state = 'DECLINING' then c.reason end,
                            state = case when c.username = excluded.username and c.state = 'DECLINING'
                                then 'REFUSED' else 'CONFIRMED' end""")
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .param("department", department.value())
                .param("person", person.value())
                .update();
    }

    private static MeasurePart part(ResultSet row, int number) throws SQLException {
        String state = row.getString("state");
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new MeasurePart(
                new MeasureId(row.getLong("measure_id")),
                MeasurePart.Part.valueOf(row.getString("part")),
                new Username(row.getString("username")),
                state == null ? null : MeasurePart.State.valueOf(state),
                row.getString("reason"),
                answered == null ? null : answered.toInstant());
    }
}
