package fi.hytekello.body;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is and was in a body, in which role (R2-14). */
@Repository
public class Memberships {

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Organisations organisations;
    private final Registers registers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;

    Memberships(
            JdbcClient jdbc,
            Bodies bodies,
            Organisations organisations,
            Registers registers,
            AuditTrail audit,
            ApplicationEventPublisher events,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.organisations = organisations;
        this.registers = registers;
        this.audit = audit;
        this.events = events;
        this.json = json;
    }

    /** All of a body, also past and coming ones, by role and then by beginning. */
    public List<Membership> of(BodyId body) {
        return jdbc.sql("""
                        select * from hyte.membership where body_id = :body
                        order by array_position(array['CHAIR', 'VICE_CHAIR', 'MEMBER', 'DEPUTY', 'SECRETARY', 'EXPERT',
                            'INVITED', 'HONORARY'], role), starts_on, id""")
                .param("body", body.value())
                .query((row, n) -> MembershipRows.membership(row))
                .list();
    }

    /** The composition on a day. */
    public List<Membership> on(BodyId body, LocalDate day) {
        return of(body).stream().filter(one -> one.isValidOn(day)).toList();
    }

    /** @throws NotFound when the body has none of this id */
    public Membership get(BodyId body, long id) {
        return of(body).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.membership.unknown"));
    }

    /**
     * @throws InvalidInput naming the field that is missing or wrong; a body has one chair at a time, and nobody twice in one role
     * @throws NotFound when the body is another tenant's
     * @throws Refused for all but the keeper of the register
     */
    @Transactional
    public long add(MunicipalityCode keeper, BodyId body, MembershipDraft draft, Person by) {
        check(keeper, body, draft, 0, by);
        long id = insert(keeper, body, draft);
        events.publishEvent(new MembersChanged(body, keeper));
        return id;
    }

    /**
     * Adds many at once: all, or none where one of them cannot be.
     *
     * @throws InvalidInput as in {@link #add}, also where two of them are the same
     * @throws NotFound when the body is another tenant's
     * @throws Refused for all but the keeper of the register
     */
    @Transactional
    public void addAll(MunicipalityCode keeper, BodyId body, List<MembershipDraft> drafts, Person by) {
        check(keeper, body, drafts, 0, by);
        Map<String, Map<String, String>> added = jdbc
                .sql(MembershipRows.INSERT_ALL)
                .param("body", body.value())
                .param("rows", MembershipRows.rows(body, drafts, json))
                .query((row, n) -> Map.entry("membership:" + row.getLong("id"), Map.of("role", row.getString("role"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        audit.recordAll(keeper, null, "membership.added", added);
        events.publishEvent(new MembersChanged(body, keeper));
    }

    /**
     * @param version the one that the writer saw
     * @throws InvalidInput as in {@link #add}
     * @throws NotFound when the body is another tenant's, or the membership another body's
     * @throws Conflict when somebody changed it meanwhile
     */
    @Transactional
    public void change(MunicipalityCode keeper, BodyId body, long id, MembershipDraft draft, int version, Person by) {
        check(keeper, body, draft, id, by);
        get(body, id);
        update(body, id, draft, version);
        record(keeper, "membership.changed", id, draft);
        events.publishEvent(new MembersChanged(body, keeper));
    }

    /**
     * Lets a person take another role from a day on: the present membership ends the day before, a new one begins, so
     * that the history stays. From its first day on, it is that membership that has the other role.
     *
     * @param version the one that the writer saw
     * @throws InvalidInput when the day is not within the membership, or the body has another chair then
     * @throws Conflict when somebody changed it meanwhile
     */
    @Transactional
    public long takeRole(
            MunicipalityCode keeper, BodyId body, long id, MemberRole role, LocalDate from, int version, Person by) {
        Membership before = get(bodyOf(keeper, body, by).id(), id);
        MembershipDraft after = before.content().in(role, from);
        if (!before.isValidOn(from)) {
            throw new InvalidInput("roleFrom", "problem.membership.roleFrom");
        }
        check(keeper, body, after, id, by);
        if (from.equals(before.content().startsOn())) {
            update(body, id, after, version);
            record(keeper, "membership.changed", id, after);
            events.publishEvent(new MembersChanged(body, keeper));
            return id;
        }
        update(body, id, before.content().endingOn(from.minusDays(1)), version);
        record(keeper, "membership.ended", id, before.content());
        long next = insert(keeper, body, after);
        events.publishEvent(new MembersChanged(body, keeper));
        return next;
    }

    /** Another address for whoever has this one in the tenant's bodies, as the old takes no mail. */
    @Transactional
    public void correctAddress(MunicipalityCode keeper, String old, String address) {
        jdbc.sql("""
                        update hyte.membership m set email = :address, version = m.version + 1 from hyte.body b
                        where b.id = m.body_id and b.municipality_code = :keeper and lower(m.email) = lower(:old)""")
                .param("address", address)
                .param("keeper", keeper.value())
                .param("old", old)
                .update();
    }

    private Body bodyOf(MunicipalityCode keeper, BodyId body, Person by) {
        registers.keptBy(by, keeper);
        return bodies.get(keeper, body);
    }

    private void check(MunicipalityCode keeper, BodyId body, MembershipDraft draft, long self, Person by) {
        check(keeper, body, List.of(draft), self, by);
    }

    private void check(MunicipalityCode keeper, BodyId body, List<MembershipDraft> drafts, long self, Person by) {
        bodyOf(keeper, body, by);
        drafts.forEach(MembershipDraft::check);
        LocalDate today = organisations.today();
        if (drafts.stream()
                .map(MembershipDraft::invitation)
                .anyMatch(invitation ->
                        invitation != null && invitation.decidedOn().isAfter(today))) {
            throw new InvalidInput("invitedOn", "problem.invitation.undecided");
        }
        Set<OrganisationId> from = drafts.stream()
                .map(MembershipDraft::organisation)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!from.isEmpty()
                && !organisations.lineage(keeper).organisations().keySet().containsAll(from)) {
            throw new InvalidInput("affiliation", "problem.answer.choice");
        }
        refuseTwice(body, drafts, self);
    }

    /** One chair at a time, and nobody twice in one role; two who write at once wait for each other. */
    private void refuseTwice(BodyId body, List<MembershipDraft> drafts, long self) {
        jdbc.sql("select id from hyte.body where id = :body for update")
                .param("body", body.value())
                .query(Long.class)
                .single();
        List<Membership> known = new ArrayList<>(
                of(body).stream().filter(one -> one.id() != self).toList());
        for (MembershipDraft draft : drafts) {
            refuseTwice(known, draft);
            known.add(new Membership(0, body, draft, 0));
        }
    }

    private static void refuseTwice(List<Membership> known, MembershipDraft draft) {
        List<MembershipDraft> meanwhile = known.stream()
                .filter(one -> one.overlaps(draft))
                .map(Membership::content)
                .toList();
        if (meanwhile.stream().anyMatch(draft::isSameAs)) {
            throw new InvalidInput("memberName", "problem.membership.known");
        }
        if (draft.role() == MemberRole.CHAIR && meanwhile.stream().anyMatch(one -> one.role() == MemberRole.CHAIR)) {
            throw new InvalidInput("role", "problem.membership.chair");
        }
    }

    private long insert(MunicipalityCode keeper, BodyId body, MembershipDraft draft) {
        long id = jdbc.sql(MembershipRows.INSERT)
                .paramSource(MembershipRows.values(body, draft))
                .query(Long.class)
                .single();
        record(keeper, "membership.added", id, draft);
        return id;
    }

    private void update(BodyId body, long id, MembershipDraft draft, int version) {
        int changed = jdbc.sql(MembershipRows.UPDATE)
                .paramSource(
                        MembershipRows.values(body, draft).addValue("id", id).addValue("version", version))
                .update();
        if (changed == 0) {
            throw new Conflict("problem.party.changed");
        }
    }

    /** Nothing of the person: the row itself says who. */
    private void record(MunicipalityCode keeper, String action, long id, MembershipDraft draft) {
        audit.record(keeper, null, action, "membership:" + id, Map.of("role", draft.role()));
    }
}
