package fi.hytekello.cycle;

import static java.util.stream.Collectors.toMap;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts, dates, confirms and ends the cycle of a municipality's year. */
@Service
public class CyclePlanning {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Milestones milestones;
    private final CalendarMoves calendar;
    private final DeadlineCheck check;
    private final CycleProcess process;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CyclePlanning(
            JdbcClient jdbc,
            Cycles cycles,
            Milestones milestones,
            CalendarMoves calendar,
            DeadlineCheck check,
            CycleProcess process,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.milestones = milestones;
        this.calendar = calendar;
        this.check = check;
        this.process = process;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Starts an annual year; see {@link #start(MunicipalityCode, int, Cycle.Kind, Person)}. */
    @Transactional
    public Cycle start(MunicipalityCode municipality, int year, Person by) {
        return start(municipality, year, Cycle.Kind.ANNUAL, by);
    }

    /**
     * Starts the wellbeing work of a year with the default calendar of its kind.
     *
     * @throws Refused when the person is not the municipality's coordinator
     * @throws InvalidInput when the year is long past or far ahead
     * @throws Conflict when the municipality already has a cycle for that year
     */
    @Transactional
    public Cycle start(MunicipalityCode municipality, int year, Cycle.Kind kind, Person by) {
        if (!by.holds(Role.COORDINATOR, municipality)) {
            throw new Refused("problem.cycle.coordinator");
        }
        int thisYear = today().getYear();
        if (year < thisYear || year > thisYear + 1) {
            throw new InvalidInput(
                    "year", "problem.cycle.year", Integer.toString(thisYear), Integer.toString(thisYear + 1));
        }
        try {
            jdbc.sql("""
                            insert into hyte.cycle (municipality_code, year, kind, created_at, created_by)
                            values (:municipality, :year, :kind, :now, :by)""")
                    .param("municipality", municipality.value())
                    .param("year", year)
                    .param("kind", kind.name())
                    .param("now", OffsetDateTime.now(clock))
                    .param("by", by.username().value())
                    .update();
        } catch (DuplicateKeyException second) {
            throw new Conflict("problem.cycle.exists", Integer.toString(year));
        }
        Cycle cycle = cycles.find(municipality, year).orElseThrow();
        milestones.createDefaults(cycle);
        audit.record(
                municipality,
                cycle.id().value(),
                "cycle.started",
                "cycle:" + cycle.businessKey(),
                Map.of("kind", kind));
        process.begin(cycle);
        return cycle;
    }

    /**
     * Changes dates while the calendar is being prepared. Work and timers that are under way already, those of the year's
     * opening, go along.
     *
     * @throws Conflict when the calendar is already confirmed
     * @throws InvalidInput naming the milestone whose date is past, before its opening, out of the year or after the
     *     date that law fixes
     */
    @Transactional
    public void plan(CycleId id, NewDates dates) {
        Cycle cycle = cycles.get(id);
        if (cycle.state() != Cycle.State.PREPARING) {
            throw new Conflict("problem.cycle.confirmed");
        }
        List<Moved> moved = calendar.of(cycle, dates);
        moved.forEach(one -> check.dates(cycle, one));
        calendar.make(cycle, moved);
        audit.recordAll(
                cycle.municipality(),
                id.value(),
                "milestone.planned",
                moved.stream()
                        .collect(toMap(
                                one -> "milestone:" + one.kind(),
                                one -> one.told().days())));
    }

    /** The manager has confirmed calendar, roles and indicators: the year runs. */
    @Transactional
    public void confirm(CycleId id) {
        move(id, Cycle.State.PREPARING, Cycle.State.RUNNING, "confirmed_at");
    }

    /** The year's work is done. */
    @Transactional
    public void close(CycleId id) {
        move(id, Cycle.State.RUNNING, Cycle.State.ENDED, "ended_at");
    }

    /**
     * The plan is public from today; its documents are frozen and sent to the county (järjestämislaki 612/2021 § 6).
     *
     * @param at address of the municipality's own publication, null where there is none besides our public page
     * @throws InvalidInput when the address is no web address
     */
    @Transactional
    public void published(CycleId id, @Nullable String at, Username by) {
        Publication.check(at);
        Cycle cycle = cycles.get(id);
        jdbc.sql("update hyte.cycle set plan_published_on = :on, plan_published_at = :at where id = :id")
                .param("on", today())
                .param("at", at)
                .param("id", id.value())
                .update();
        audit.record(
                cycle.municipality(),
                id.value(),
                "plan.published",
                "cycle:" + cycle.businessKey(),
                at == null ? Map.of() : Map.of("at", at));
        events.publishEvent(new PlanPublished(id, by));
    }

    private void move(CycleId id, Cycle.State from, Cycle.State to, String moment) {
        int moved = jdbc.sql("update hyte.cycle set state = :to, " + moment
                        + " = :now where id = :id and state in (:from, :to)")
                .param("to", to.name())
                .param("from", from.name())
                .param("now", OffsetDateTime.now(clock))
                .param("id", id.value())
                .update();
        if (moved == 0) {
            throw new Conflict("problem.cycle.state");
        }
        Cycle cycle = cycles.get(id);
        audit.record(
                cycle.municipality(),
                id.value(),
                "cycle." + to.name().toLowerCase(java.util.Locale.ROOT),
                "cycle:" + cycle.businessKey(),
                Map.of());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }
}
