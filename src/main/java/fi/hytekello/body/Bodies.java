package fi.hytekello.body;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The bodies of each tenant. */
@Repository
public class Bodies {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Registers registers;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Bodies(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            Registers registers,
            Organisations organisations,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.registers = registers;
        this.organisations = organisations;
        this.audit = audit;
        this.events = events;
    }

    /** All of the tenant's by name, those that have ended too. */
    public List<Body> of(MunicipalityCode keeper) {
        return read("b.municipality_code = :keeper order by b.name_fi, b.id", Map.of("keeper", keeper.value()));
    }

    /** @throws NotFound when there is none, or it is another tenant's */
    public Body get(MunicipalityCode keeper, BodyId id) {
        return read("b.municipality_code = :keeper and b.id = :id", Map.of("keeper", keeper.value(), "id", id.value()))
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.body.unknown"));
    }

    /**
     * @throws InvalidInput naming the field that is missing or wrong
     * @throws Refused for all but the keeper of the register
     */
    @Transactional
    public BodyId add(MunicipalityCode keeper, BodyDraft draft, Person by) {
        registers.keptBy(by, keeper);
        check(keeper, draft);
        BodyId id = new BodyId(unlessKnown(() -> jdbc.sql(BodyRows.INSERT)
                .paramSource(BodyRows.values(keeper, draft))
                .query(Long.class)
                .single()));
        keepParts(id, draft);
        audit.record(keeper, null, "body.added", "body:" + id, Map.of("kind", draft.kind()));
        events.publishEvent(new BodyAdded(id, keeper));
        return id;
    }

    /**
     * @param version the one that the writer saw
     * @throws InvalidInput naming the field that is missing or wrong
     * @throws NotFound when it is another tenant's
     * @throws Conflict when somebody changed it meanwhile
     */
    @Transactional
    public void change(MunicipalityCode keeper, BodyId id, BodyDraft draft, int version, Person by) {
        registers.keptBy(by, keeper);
        Body before = get(keeper, id);
        check(keeper, draft);
        int changed = unlessKnown(() -> jdbc.sql(BodyRows.UPDATE)
                .paramSource(BodyRows.values(keeper, draft)
                        .addValue("id", id.value())
                        .addValue("version", version))
                .update());
        if (changed == 0) {
            throw new Conflict("problem.party.changed");
        }
        keepParts(id, draft);
        audit.record(
                keeper,
                null,
                "body.changed",
                "body:" + id,
                Map.of("quota", Map.of("before", before.content().quota(), "after", draft.quota())));
    }

    private void check(MunicipalityCode keeper, BodyDraft draft) {
        draft.check();
        Set<OrganisationId> known =
                organisations.lineage(keeper).organisations().keySet();
        for (int number = 1; number <= draft.seats().size(); number++) {
            OrganisationId named = draft.seats().get(number - 1).organisation();
            if (named != null && !known.contains(named)) {
                throw new InvalidInput("seats-" + number, "problem.answer.choice");
            }
        }
    }

    private static <T> T unlessKnown(Supplier<T> writing) {
        try {
            return writing.get();
        } catch (DuplicateKeyException known) {
            throw new InvalidInput("nameFi", "problem.body.known");
        }
    }

    private void keepParts(BodyId id, BodyDraft draft) {
        MapSqlParameterSource body = new MapSqlParameterSource("body", id.value());
        batch.update("delete from hyte.body_contact where body_id = :body", body);
        batch.update("delete from hyte.seat_rule where body_id = :body", body);
        batch.batchUpdate(
                "insert into hyte.body_contact (body_id, ordinal, title, email, phone)"
                        + " values (:body, :ordinal, :title, :email, :phone)",
                IntStream.range(0, draft.contacts().size())
                        .mapToObj(i -> contact(id, i + 1, draft.contacts().get(i)))
                        .toArray(MapSqlParameterSource[]::new));
        batch.batchUpdate(
                "insert into hyte.seat_rule (body_id, ordinal, kind, organisation_id, min_seats, max_seats, deputies)"
                        + " values (:body, :ordinal, :kind, :organisation, :min, :max, :deputies)",
                IntStream.range(0, draft.seats().size())
                        .mapToObj(i -> seatRule(id, i + 1, draft.seats().get(i)))
                        .toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource contact(BodyId id, int ordinal, Contact contact) {
        return new MapSqlParameterSource("body", id.value())
                .addValue("ordinal", ordinal)
                .addValue("title", contact.title())
                .addValue("email", contact.email())
                .addValue("phone", contact.phone());
    }

    private static MapSqlParameterSource seatRule(BodyId id, int ordinal, SeatRule rule) {
        OrganisationKind kind = rule.kind();
        OrganisationId organisation = rule.organisation();
        return new MapSqlParameterSource("body", id.value())
                .addValue("ordinal", ordinal)
                .addValue("kind", kind == null ? null : kind.name())
                .addValue("organisation", organisation == null ? null : organisation.value())
                .addValue("min", rule.min())
                .addValue("max", rule.max())
                .addValue("deputies", rule.deputies());
    }

    /** Three statements, however many bodies. */
    private List<Body> read(String which, Map<String, ?> parameters) {
        String ids = "(select b.id from hyte.body b where " + which + ")";
        Map<Long, List<Contact>> contacts = new HashMap<>();
        jdbc.sql("select * from hyte.body_contact where body_id in " + ids + " order by body_id, ordinal")
                .params(parameters)
                .query(row -> {
                    list(contacts, row.getLong("body_id")).add(BodyRows.contact(row));
                });
        Map<Long, List<SeatRule>> seats = new HashMap<>();
        jdbc.sql("select * from hyte.seat_rule where body_id in " + ids + " order by body_id, ordinal")
                .params(parameters)
                .query(row -> {
                    list(seats, row.getLong("body_id")).add(BodyRows.seatRule(row));
                });
        return jdbc.sql("select b.* from hyte.body b where " + which)
                .params(parameters)
                .query((row, n) -> BodyRows.body(
                        row,
                        contacts.getOrDefault(row.getLong("id"), List.of()),
                        seats.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static <T> List<T> list(Map<Long, List<T>> lists, long body) {
        return lists.computeIfAbsent(body, none -> new ArrayList<>());
    }
}
