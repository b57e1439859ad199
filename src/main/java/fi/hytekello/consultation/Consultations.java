package fi.hytekello.consultation;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.OrganisationKind;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.Registers;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consultations of the management of municipalities from their beginning to the end of the hearing. */
@Service
public class Consultations {

    private static final int LONGEST_REASON = 1000;

    private final ConsultationTable table;
    private final ContactTable contacts;
    private final ConsultationDeadlines deadlines;
    private final ConsultationProcess process;
    private final Organisations organisations;
    private final Bodies bodies;
    private final Registers registers;
    private final AuditTrail audit;
    private final Clock clock;

    Consultations(
            ConsultationTable table,
            ContactTable contacts,
            ConsultationDeadlines deadlines,
            ConsultationProcess process,
            Organisations organisations,
            Bodies bodies,
            Registers registers,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.process = process;
        this.organisations = organisations;
        this.bodies = bodies;
        this.registers = registers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a regional council, the newest first. */
    public List<Consultation> of(MunicipalityCode keeper) {
        return table.of(keeper);
    }

    /** Those for a body's work, the newest first. */
    public List<Consultation> ofBody(BodyId body) {
        return table.ofBody(body);
    }

    /** @throws NotFound when there is none */
    public Consultation get(ConsultationId id) {
        return table.find(id).orElseThrow(() -> new NotFound("problem.consultation.unknown"));
    }

    /** @throws NotFound when there is none, or it is another tenant's */
    public Consultation get(MunicipalityCode keeper, ConsultationId id) {
        Consultation found = get(id);
        if (!found.keeper().equals(keeper)) {
            throw new NotFound("problem.consultation.unknown");
        }
        return found;
    }

    /** Whose management can be heard today: the municipalities of the council's register. */
    public List<Organisation> municipalities(MunicipalityCode keeper) {
        return organisations.validOn(keeper, deadlines.today()).stream()
                .filter(one -> one.kind() == OrganisationKind.MUNICIPALITY)
                .toList();
    }

    /**
     * @throws NotFound where the person does not belong to the tenant
     * @throws Refused for all but a regional council's coordinator
     */
    public Municipality begunBy(Person person, MunicipalityCode keeper) {
        Municipality council = registers.keptBy(person, keeper);
        if (council.kind() != Municipality.Kind.REGIONAL_COUNCIL) {
            throw new Refused("problem.consultation.council");
        }
        return council;
    }

    /**
     * Begins a consultation: each municipality becomes a task of the role that hears it.
     *
     * @param body for whose work; null for the whole region
     * @throws InvalidInput naming the field that is missing or wrong
     * @throws NotFound when the body is another tenant's
     * @throws Refused for all but a regional council's coordinator
     * @throws Conflict when the body has ended, or a consultation for it (or for the region) is under way
     */
    @Transactional
    public ConsultationId begin(MunicipalityCode keeper, @Nullable BodyId body, ConsultationDraft draft, Person by) {
        begunBy(by, keeper);
        checkBody(keeper, body);
        draft.check(deadlines.today());
        Set<OrganisationId> known =
                municipalities(keeper).stream().map(Organisation::id).collect(Collectors.toSet());
        if (!known.containsAll(draft.chosen())) {
            throw new InvalidInput("municipalities", "problem.consultation.notMunicipality");
        }
        ConsultationId id = insert(keeper, body, draft);
        contacts.insert(id, draft.chosen());
        process.begin(get(id));
        record(
                keeper,
                "consultation.begun",
                id,
                Map.of("municipalities", draft.chosen().size()));
        return id;
    }

    /**
     * Gives the hearing another last day; the tasks of municipalities with which a day is agreed keep theirs.
     *
     * @param version the one that the writer saw
     * @throws InvalidInput when the day is missing or wrong
     * @throws Refused for all but the regional council's coordinator
     * @throws Conflict when all are heard, or somebody changed it meanwhile
     */
    @Transactional
    public void prolong(
            MunicipalityCode keeper, ConsultationId id, @Nullable LocalDate lastDay, int version, Person by) {
        begunBy(by, keeper);
        Consultation before = hearing(keeper, id);
        ConsultationDraft.checkLastDay(before.firstDay(), lastDay, deadlines.today());
        if (!table.prolong(id, Objects.requireNonNull(lastDay), version)) {
            throw new Conflict("problem.party.changed");
        }
        Consultation after = get(id);
        Map<String, Instant> due = new HashMap<>();
        for (Contact contact : contacts.of(id)) {
            if (contact.task() != null) {
                due.put(contact.task(), deadlines.contactDue(after, contact));
            }
        }
        process.dueMoved(due);
        record(keeper, "consultation.prolonged", id, Map.of("lastDay", lastDay.toString()));
    }

    /**
     * Ends the hearing before all are heard.
     *
     * @param reasons by contact, why each that is missing is not heard
     * @param otherwise the reason of those that have none of their own, may be empty
     * @throws InvalidInput naming the municipality whose reason is missing
     * @throws Refused for all but the regional council's coordinator
     * @throws Conflict when all are heard already
     */
    @Transactional
    public void endEarly(
            MunicipalityCode keeper, ConsultationId id, Map<ContactId, String> reasons, String otherwise, Person by) {
        begunBy(by, keeper);
        table.lock(id);
        Consultation consultation = hearing(keeper, id);
        Map<ContactId, String> missed = new HashMap<>();
        for (Contact contact : contacts.of(id)) {
            if (!contact.finished()) {
                missed.put(contact.id(), reason(contact, reasons.getOrDefault(contact.id(), ""), otherwise));
            }
        }
        contacts.miss(id, missed);
        process.ended(consultation);
        record(keeper, "consultation.endedEarly", id, Map.of("missed", missed.size()));
    }

    private static String reason(Contact contact, String own, String otherwise) {
        String field = own.isBlank() ? "reason" : "reason-" + contact.id();
        String given = own.isBlank() ? otherwise.strip() : own.strip();
        if (given.isEmpty()) {
            throw new InvalidInput("reason-" + contact.id(), "problem.consultation.why");
        }
        if (given.length() > LONGEST_REASON) {
            throw new InvalidInput(field, "problem.answer.long", LONGEST_REASON, given.length());
        }
        return given;
    }

    private Consultation hearing(MunicipalityCode keeper, ConsultationId id) {
        Consultation found = get(keeper, id);
        if (found.state() != ConsultationState.HEARING) {
            throw new Conflict("problem.consultation.heard");
        }
        return found;
    }

    private void checkBody(MunicipalityCode keeper, @Nullable BodyId id) {
        if (id != null) {
            Body body = bodies.get(keeper, id);
            if (body.hasEndedOn(deadlines.today())) {
                throw new Conflict("problem.consultation.bodyEnded");
            }
        }
    }

    private ConsultationId insert(MunicipalityCode keeper, @Nullable BodyId body, ConsultationDraft draft) {
        try {
            return table.insert(keeper, body, draft, clock.instant());
        } catch (DuplicateKeyException underWay) {
            throw new Conflict(body == null ? "problem.consultation.regionUnderWay" : "problem.consultation.underWay");
        }
    }

    private void record(MunicipalityCode keeper, String action, ConsultationId id, Map<String, ?> details) {
        audit.record(keeper, null, action, "consultation:" + id, details);
    }
}
