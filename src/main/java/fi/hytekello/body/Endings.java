package fi.hytekello.body;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends organisations: merged into another, or dissolved. Their members stay in the bodies until somebody ends their
 * memberships; the seats are the successor's from then on, so that of two seats one remains.
 */
@Service
public class Endings {

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Registers registers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Endings(
            JdbcClient jdbc,
            Organisations organisations,
            Registers registers,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.registers = registers;
        this.audit = audit;
        this.events = events;
    }

    /**
     * @param last its last day
     * @param successor where its work goes on; null where it is dissolved
     * @param version the one that the writer saw
     * @throws InvalidInput when the day is before its first, or the successor is itself or one that it carries on for
     * @throws NotFound when it is another tenant's
     * @throws Conflict when somebody changed it meanwhile
     * @throws Refused for all but the keeper of the register
     */
    @Transactional
    public void end(
            MunicipalityCode keeper,
            OrganisationId id,
            LocalDate last,
            @Nullable OrganisationId successor,
            int version,
            Person by) {
        registers.keptBy(by, keeper);
        if (last.isBefore(organisations.get(keeper, id).validFrom())) {
            throw new InvalidInput("lastActiveDay", "problem.party.validity");
        }
        if (successor != null) {
            check(organisations.lineage(keeper), id, successor, last);
        }
        int changed = jdbc.sql("""
                        update hyte.organisation set valid_until = :last, successor_id = :successor, version = version + 1
                        where id = :id and municipality_code = :keeper and version = :version""")
                .param("last", last)
                .param("successor", successor == null ? null : successor.value())
                .param("id", id.value())
                .param("keeper", keeper.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Conflict("problem.party.changed");
        }
        events.publishEvent(new OrganisationEnds(keeper, id, last, successor));
        audit.record(keeper, null, "organisation.ended", "organisation:" + id, Map.of("merged", successor != null));
    }

    private static void check(Lineage lineage, OrganisationId id, OrganisationId successor, LocalDate last) {
        Organisation next = lineage.organisations().get(successor);
        if (next == null) {
            throw new InvalidInput("successor", "problem.answer.choice");
        }
        if (lineage.leads(successor, id) || !next.isValidOn(last.plusDays(1))) {
            throw new InvalidInput("successor", "problem.organisation.successor");
        }
    }
}
