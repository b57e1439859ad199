package fi.hytekello.cycle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Deadline;
import fi.hytekello.calendar.DeadlineKind;
import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.RollPolicy;
import fi.hytekello.municipality.Municipalities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The calendar of each cycle. */
@Repository
public class Milestones {

    /** Working days that people always get, however late the step before theirs ended (domain chapter 2.5, row 17). */
    static final int SHORTEST_HANDLING_TIME = 5;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Municipalities municipalities;
    private final BusinessDays businessDays;
    private final Clock clock;

    Milestones(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            Municipalities municipalities,
            BusinessDays businessDays,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.municipalities = municipalities;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    public Milestone get(CycleId cycle, MilestoneKind kind) {
        return jdbc.sql("select * from hyte.cycle_milestone where cycle_id = :cycle and kind = :kind")
                .param("cycle", cycle.value())
                .param("kind", kind.name())
                .query(Milestones::milestone)
                .single();
    }

    /** In the order of the default calendar of the cycle's kind. */
    public List<Milestone> of(CycleId cycle) {
        return ordered(List.of(cycle));
    }

    /** Those of all these cycles, each cycle's in the order of the default calendar of its kind. */
    List<Milestone> ordered(Collection<CycleId> cycles) {
        return jdbc.sql("""
                        select m.* from hyte.cycle_milestone m join hyte.cycle c on c.id = m.cycle_id
                        join hyte.milestone_default d on d.cycle_kind = c.kind and d.kind = m.kind
                        where m.cycle_id = any (:cycles) order by m.cycle_id, d.ordinal""")
                .param("cycles", cycles.stream().map(CycleId::value).toArray(Long[]::new))
                .query(Milestones::milestone)
                .list();
    }

    /** Of several cycles, by cycle and kind. */
    Map<CycleId, Map<MilestoneKind, Milestone>> of(Collection<CycleId> cycles) {
        return ordered(cycles).stream()
                .collect(groupingBy(Milestone::cycle, toMap(Milestone::kind, milestone -> milestone)));
    }

    /**
     * When work on this step that starts now is due: the milestone, but never less than five working days from now. A
     * date fixed by law is never moved.
     */
    public Instant dueForWorkStartingNow(CycleId cycle, MilestoneKind kind) {
        return dueForWorkStarting(LocalDate.now(clock.withZone(Finland.ZONE)), get(cycle, kind));
    }

    /** The same for work that starts, or has started, on the given day. */
    Instant dueForWorkStarting(LocalDate day, Milestone milestone) {
        if (milestone.deadlineKind() == DeadlineKind.STATUTORY_FIXED) {
            return milestone.dueAt();
        }
        Instant shortest = closingOf(milestone, businessDays.plus(day, SHORTEST_HANDLING_TIME));
        return shortest.isAfter(milestone.dueAt()) ? shortest : milestone.dueAt();
    }

    /** Notes that the step is late, once. */
    @Transactional
    public void markLate(CycleId cycle, List<MilestoneKind> kinds) {
        jdbc.sql("""
                        update hyte.cycle_milestone set late_since = :now
                        where cycle_id = :cycle and kind in (:kinds) and late_since is null""")
                .param("now", OffsetDateTime.now(clock))
                .param("cycle", cycle.value())
                .param(
                        "kinds",
                        kinds.isEmpty()
                                ? List.of("")
                                : kinds.stream().map(Enum::name).toList())
                .update();
    }

    /** Gives a cycle whose kind has changed the default calendar of its kind; the opening of the year stays dated as it was. */
    void resetTo(Cycle cycle) {
        jdbc.sql("""
                        with again as (update hyte.cycle set calendar_version = calendar_version + 1 where id = :cycle)
                        delete from hyte.cycle_milestone where cycle_id = :cycle and kind <> 'CYCLE_OPENING'""").param("cycle", cycle.id().value()).update();
        createDefaults(cycle);
    }

    /** Gives a new cycle the default calendar of its kind. */
    void createDefaults(Cycle cycle) {
        record Default(String kind, @Nullable LocalDate opens, LocalDate due, DeadlineKind deadline, RollPolicy roll) {}
        List<Default> defaults = jdbc.sql("""
                        select kind, make_date(:year + year_offset, opens_month, opens_day) as opens,
                            make_date(:year + year_offset, due_month, due_day) as due, deadline_kind, roll_policy
                        from hyte.milestone_default where cycle_kind = :kind order by ordinal""")
                .param("year", cycle.year())
                .param("kind", cycle.kind().name())
                .query((row, n) -> new Default(
                        row.getString("kind"),
                        row.getObject("opens", LocalDate.class),
                        row.getObject("due", LocalDate.class),
                        DeadlineKind.valueOf(row.getString("deadline_kind")),
                        RollPolicy.valueOf(row.getString("roll_policy"))))
                .list();
        LocalTime closes = municipalities.get(cycle.municipality()).officeCloses();
        batch.batchUpdate(
                """
                insert into hyte.cycle_milestone
                    (cycle_id, kind, opens_on, planned_on, effective_on, due_at, deadline_kind, roll_policy)
                values (:cycle, :kind, :opens, :planned, :effective, :due, :deadline, :roll)
                on conflict (cycle_id, kind) do nothing""",
                defaults.stream()
                        .map(d -> dates(cycle.id(), d.kind(), new Deadline(d.deadline(), d.roll(), d.due()), closes)
                                .addValue("opens", d.opens())
                                .addValue("deadline", d.deadline().name())
                                .addValue("roll", d.roll().name()))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private MapSqlParameterSource dates(CycleId cycle, String kind, Deadline deadline, LocalTime closes) {
        return new MapSqlParameterSource("cycle", cycle.value())
                .addValue("kind", kind)
                .addValue("planned", deadline.planned())
                .addValue("effective", deadline.effective(businessDays))
                .addValue(
                        "due",
                        deadline.dueAt(businessDays, closes, Finland.ZONE).atOffset(ZoneOffset.UTC));
    }

    private static Instant closingOf(Milestone milestone, LocalDate day) {
        LocalTime closes = milestone.dueAt().atZone(Finland.ZONE).toLocalTime();
        return day.atTime(closes).atZone(Finland.ZONE).toInstant();
    }

    private static Milestone milestone(ResultSet row, int number) throws SQLException {
        OffsetDateTime late = row.getObject("late_since", OffsetDateTime.class);
        return new Milestone(
                new CycleId(row.getLong("cycle_id")),
                MilestoneKind.valueOf(row.getString("kind")),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                DeadlineKind.valueOf(row.getString("deadline_kind")),
                RollPolicy.valueOf(row.getString("roll_policy")),
                late == null ? null : late.toInstant());
    }
}
