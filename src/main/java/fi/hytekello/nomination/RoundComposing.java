package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.Composition;
import fi.hytekello.body.CompositionFinding;
import fi.hytekello.body.Compositions;
import fi.hytekello.body.Expertise;
import fi.hytekello.body.Gender;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.MembershipDraft;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Composes a body of those whom the organisations named, and records their appointment (R3-03 … R3-05). */
@Service
public class RoundComposing {

    private final Rounds rounds;
    private final Bodies bodies;
    private final Compositions compositions;
    private final Memberships memberships;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    RoundComposing(
            Rounds rounds,
            Bodies bodies,
            Compositions compositions,
            Memberships memberships,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.rounds = rounds;
        this.bodies = bodies;
        this.compositions = compositions;
        this.memberships = memberships;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those named now, members before deputies, as they would be appointed from a day on. */
    public List<MembershipDraft> named(RoundId round, LocalDate from, @Nullable LocalDate until) {
        return jdbc.sql("""
                        select n.*, q.organisation_id from hyte.nominee n
                            join hyte.nomination_request q on q.id = n.request_id
                            join hyte.organisation o on o.id = q.organisation_id
                        where q.round_id = :round and n.state = 'CURRENT' order by n.deputy, o.name_fi, n.seat""")
                .param("round", round.value())
                .query((row, n) -> member(row, from, until))
                .list();
    }

    /** Names, in small letters, of those whom more than one organisation has named as a member. */
    public Set<String> namedTwice(List<MembershipDraft> named) {
        return named.stream()
                .collect(Collectors.groupingBy(
                        one -> one.name().toLowerCase(Locale.ROOT),
                        Collectors.mapping(MembershipDraft::organisation, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(one -> one.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** How the body would be composed of them alone. */
    public Composition composition(Round round, List<MembershipDraft> named, boolean excused) {
        return compositions.proposed(bodies.get(round.keeper(), round.body()), named, excused);
    }

    /**
     * Records the appointment and makes those named members and deputies of the body.
     *
     * @throws InvalidInput naming the field that is missing or wrong; a missed quota that the body enforces needs its
     *     reason
     * @throws Conflict when nobody is named, or it has been composed already
     */
    @Transactional
    public void confirm(RoundId id, Appointment appointment, Person by) {
        appointment.check(rounds.today());
        Round round = rounds.get(id);
        List<MembershipDraft> named = named(id, appointment.begins(), appointment.until());
        if (named.isEmpty()) {
            throw new Conflict("problem.nomination.nobodyNamed");
        }
        boolean excused = !appointment.quotaReason().isEmpty();
        if (isBlocked(composition(round, named, excused))) {
            throw new InvalidInput("quotaReason", "problem.nomination.quota");
        }
        if (!store(id, appointment)) {
            throw new Conflict("problem.task.gone");
        }
        Body body = bodies.get(round.keeper(), round.body());
        named.forEach(member -> memberships.add(round.keeper(), body.id(), member, by));
        audit.record(
                round.keeper(),
                null,
                "nomination.composed",
                "nomination:" + id,
                Map.of("members", named.size(), "quotaExcused", excused));
    }

    /**
     * Ends a round without a composition, so that a new one can begin; the body stays as it is.
     *
     * @throws Conflict when it has been composed already
     */
    @Transactional
    public void cancel(RoundId id) {
        Round round = rounds.get(id);
        int cancelled =
                jdbc.sql("""
                        update hyte.nomination_round set state = 'CANCELLED', closed_at = :now, version = version + 1
                        where id = :id and state = 'OPEN'""").param("id", id.value()).param("now", now()).update();
        if (cancelled == 0) {
            throw new Conflict("problem.task.gone");
        }
        audit.record(round.keeper(), null, "nomination.cancelled", "nomination:" + id, Map.of());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static boolean isBlocked(Composition composition) {
        return Stream.of(composition.membersQuota(), composition.deputiesQuota())
                .anyMatch(finding -> finding.verdict() == CompositionFinding.Verdict.BLOCK);
    }

    private boolean store(RoundId id, Appointment appointment) {
        return jdbc.sql("""
                        update hyte.nomination_round set state = 'COMPOSED', closed_at = :now, appointed_by = :by, appointed_on = :on,
                            appointed_section = :section, quota_reason = :reason, members_from = :from,
                            members_until = :until, version = version + 1
                        where id = :id and state = 'OPEN'""")
                        .param("id", id.value())
                        .param("now", now())
                        .param("by", appointment.by())
                        .param("on", appointment.on())
                        .param("section", appointment.section())
                        .param("reason", appointment.quotaReason())
                        .param("from", appointment.from())
                        .param("until", appointment.until())
                        .update()
                == 1;
    }

    private static MembershipDraft member(ResultSet row, LocalDate from, @Nullable LocalDate until)
            throws SQLException {
        String expertise = row.getString("expertise");
        return new MembershipDraft(
                row.getBoolean("deputy") ? MemberRole.DEPUTY : MemberRole.MEMBER,
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("name"),
                row.getString("title"),
                row.getString("email"),
                row.getString("phone"),
                expertise == null ? null : Expertise.valueOf(expertise),
                Gender.valueOf(row.getString("gender")),
                from,
                until,
                null,
                null);
    }
}
