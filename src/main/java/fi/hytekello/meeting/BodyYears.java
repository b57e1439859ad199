package fi.hytekello.meeting;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.LeadRotation;
import fi.hytekello.body.Leads;
import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.meeting.Finding.Kind;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks each month whether a body meets as often as it is to, and what ends or changes soon; each is told once. */
@Service
public class BodyYears {

    /** Councils and boards that name new members meet every two to four weeks (R3-16). */
    private static final int MEMBERSHIPS_AHEAD = 2;

    private static final int REVIEW_DAYS = 10;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Bodies bodies;
    private final Leads leads;
    private final Memberships memberships;
    private final MeetingTable meetings;
    private final BusinessDays businessDays;
    private final AuditTrail audit;
    private final Clock clock;

    BodyYears(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            Bodies bodies,
            Leads leads,
            Memberships memberships,
            MeetingTable meetings,
            BusinessDays businessDays,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.bodies = bodies;
        this.leads = leads;
        this.memberships = memberships;
        this.meetings = meetings;
        this.businessDays = businessDays;
        this.audit = audit;
        this.clock = clock;
    }

    /** Notes what is new; true where somebody has anything to see to. Safe to call again. */
    @Transactional
    public boolean check(MunicipalityCode keeper, BodyId id) {
        Body body = bodies.get(keeper, id);
        LocalDate today = today();
        if (body.hasEndedOn(today)) {
            return false;
        }
        note(id, Kind.FEW_MEETINGS, fewMeetings(body, today));
        note(
                id,
                Kind.LEAD_CHANGES,
                leads.on(body, today).stream()
                        .filter(lead -> lead.endsSoonOn(today))
                        .map(lead -> lead.until().plusDays(1))
                        .toList());
        note(id, Kind.MEMBERSHIPS_END, endingMemberships(id, today));
        note(
                id,
                Kind.BODY_ENDS,
                soon(body.content().endsOn(), today, LeadRotation.MONTHS_AHEAD).toList());
        return !open(id).isEmpty();
    }

    /** True once there is nothing to look at any more. */
    public boolean isOver(MunicipalityCode keeper, BodyId id) {
        return bodies.get(keeper, id).hasEndedOn(today());
    }

    /** What nobody has seen to yet, by its day. */
    public List<Finding> open(BodyId id) {
        return jdbc.sql("""
                        select * from hyte.body_finding where body_id = :body and seen_at is null order by about, kind""")
                .param("body", id.value())
                .query((row, n) -> new Finding(
                        row.getLong("id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("about", LocalDate.class)))
                .list();
    }

    /**
     * Somebody has seen to all that was found.
     *
     * @param note what was done, null where nothing was said
     */
    @Transactional
    public void seen(MunicipalityCode keeper, BodyId id, @Nullable String note) {
        Texts.limit("reviewNote", note, 2000);
        jdbc.sql("update hyte.body_finding set seen_at = :now, note = :note where body_id = :body and seen_at is null")
                .param("now", OffsetDateTime.now(clock))
                .param("note", note)
                .param("body", id.value())
                .update();
        audit.record(keeper, null, "body.yearReviewed", "body:" + id, Map.of());
    }

    /** When what was found is to be seen to, where the work begins now. */
    public LocalDate reviewBy() {
        return businessDays.plus(today(), REVIEW_DAYS);
    }

    /** The first working day of the next month. */
    public LocalDate nextCheck() {
        return businessDays.next(today().plusMonths(1).withDayOfMonth(1));
    }

    /**
     * The end of the last quarter, where fewer meetings have been held or arranged than by then there should be; of a year
     * in which the body began, only the months since count.
     */
    private List<LocalDate> fewMeetings(Body body, LocalDate today) {
        Integer min = body.content().cadence().min();
        LocalDate quarterEnd = today.minusMonths((today.getMonthValue() - 1) % 3)
                .withDayOfMonth(1)
                .minusDays(1);
        LocalDate yearStart = quarterEnd.withDayOfYear(1);
        Optional<LocalDate> since = begun(body);
        if (min == null || since.isEmpty()) {
            return List.of();
        }
        LocalDate from = since.get().isAfter(yearStart) ? since.get() : yearStart;
        long months = ChronoUnit.MONTHS.between(from, quarterEnd.plusDays(1));
        long expected = Math.round(min * months / 12.0);
        long arranged = meetings.of(body.id()).stream()
                .filter(one -> one.state() == Meeting.State.HELD || one.state() == Meeting.State.ARRANGED)
                .flatMap(one -> Stream.ofNullable(one.startsAt()))
                .map(moment -> LocalDate.ofInstant(moment, Finland.ZONE))
                .filter(day -> day.getYear() == yearStart.getYear())
                .count();
        return arranged < expected ? List.of(quarterEnd) : List.of();
    }

    /** When the body was set up, or where that is not known, its first member came; empty while it has none. */
    private Optional<LocalDate> begun(Body body) {
        return Optional.ofNullable(body.content().setting().on())
                .or(() -> memberships.of(body.id()).stream()
                        .map(one -> one.content().startsOn())
                        .min(Comparator.naturalOrder()));
    }

    private List<LocalDate> endingMemberships(BodyId id, LocalDate today) {
        return memberships.on(id, today).stream()
                .map(Membership::content)
                .flatMap(one -> soon(one.endsOn(), today, MEMBERSHIPS_AHEAD))
                .distinct()
                .toList();
    }

    private static Stream<LocalDate> soon(@Nullable LocalDate day, LocalDate today, int months) {
        return Stream.ofNullable(day).filter(end -> !end.isAfter(today.plusMonths(months)));
    }

    private void note(BodyId id, Kind kind, List<LocalDate> days) {
        List<MapSqlParameterSource> rows = new ArrayList<>();
        days.forEach(day -> rows.add(new MapSqlParameterSource("body", id.value())
                .addValue("kind", kind.name())
                .addValue("about", day)
                .addValue("today", today())));
        batch.batchUpdate("""
                insert into hyte.body_finding (body_id, kind, about, found_on) values (:body, :kind, :about, :today)
                on conflict (body_id, kind, about) do nothing""", rows.toArray(MapSqlParameterSource[]::new));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }
}
