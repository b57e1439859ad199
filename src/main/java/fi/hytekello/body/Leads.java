package fi.hytekello.body;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whose turn it is to lead a body. */
@Repository
public class Leads {

    /** Most organisations in a list of turns. */
    public static final int MOST = 30;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Bodies bodies;
    private final Organisations organisations;
    private final Registers registers;
    private final AuditTrail audit;

    Leads(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate batch,
            Bodies bodies,
            Organisations organisations,
            Registers registers,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.bodies = bodies;
        this.organisations = organisations;
        this.registers = registers;
        this.audit = audit;
    }

    /** Empty where the lead does not rotate, or nobody has said from when and in which order. */
    public Optional<LeadRotation> of(Body body) {
        Integer years = body.content().rotationYears();
        return years == null
                ? Optional.empty()
                : since(body.id()).map(since -> new LeadRotation(years, since, order(body.id())));
    }

    /** Who leads on a day, and who is next. */
    public Optional<LeadRotation.Lead> on(Body body, LocalDate day) {
        return of(body).flatMap(rotation -> rotation.on(day, organisations.lineage(body.keeper())));
    }

    /**
     * @param version of the body, as the writer saw it
     * @throws InvalidInput when an organisation is not of this register or is named twice, or the lead does not rotate
     * @throws NotFound when the body is another tenant's
     * @throws Conflict when somebody changed it meanwhile
     * @throws Refused for all but the keeper of the register
     */
    @Transactional
    public void set(
            MunicipalityCode keeper, BodyId id, LocalDate since, List<OrganisationId> order, int version, Person by) {
        registers.keptBy(by, keeper);
        Body body = bodies.get(keeper, id);
        check(body, order);
        int changed = jdbc.sql("""
                        update hyte.body set lead_since = :since, version = version + 1
                        where id = :id and version = :version""")
                .param("since", since)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict("problem.party.changed");
        }
        MapSqlParameterSource parameters = new MapSqlParameterSource("body", id.value());
        batch.update("delete from hyte.lead_turn where body_id = :body", parameters);
        batch.batchUpdate(
                "insert into hyte.lead_turn (body_id, ordinal, organisation_id) values (:body, :ordinal, :organisation)",
                IntStream.range(0, order.size())
                        .mapToObj(i -> new MapSqlParameterSource("body", id.value())
                                .addValue("ordinal", i + 1)
                                .addValue("organisation", order.get(i).value()))
                        .toArray(MapSqlParameterSource[]::new));
        audit.record(keeper, null, "body.leadsChanged", "body:" + id, Map.of("turns", order.size()));
    }

    private void check(Body body, List<OrganisationId> order) {
        if (body.content().rotationYears() == null) {
            throw new InvalidInput("rotationYears", "problem.answer.missing");
        }
        if (order.isEmpty()) {
            throw new InvalidInput("turn-1", "problem.answer.missing");
        }
        Set<OrganisationId> known =
                organisations.lineage(body.keeper()).organisations().keySet();
        Set<OrganisationId> named = new HashSet<>();
        for (int turn = 1; turn <= order.size(); turn++) {
            OrganisationId one = order.get(turn - 1);
            if (!known.contains(one)) {
                throw new InvalidInput("turn-" + turn, "problem.answer.choice");
            }
            if (!named.add(one) || turn > MOST) {
                throw new InvalidInput("turn-" + turn, "problem.body.turnTwice", MOST);
            }
        }
    }

    private Optional<LocalDate> since(BodyId body) {
        return jdbc.sql("select lead_since from hyte.body where id = :id and lead_since is not null")
                .param("id", body.value())
                .query(LocalDate.class)
                .optional();
    }

    private List<OrganisationId> order(BodyId body) {
        return jdbc.sql("select organisation_id from hyte.lead_turn where body_id = :id order by ordinal")
                .param("id", body.value())
                .query((row, n) -> new OrganisationId(row.getLong("organisation_id")))
                .list();
    }
}
