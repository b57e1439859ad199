package fi.hytekello.body;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The organisations that each tenant turns to. */
@Repository
public class Organisations {

    private static final String[] KINDS =
            Arrays.stream(OrganisationKind.values()).map(Enum::name).toArray(String[]::new);

    private final JdbcClient jdbc;
    private final Registers registers;
    private final Municipalities municipalities;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Organisations(
            JdbcClient jdbc,
            Registers registers,
            Municipalities municipalities,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.registers = registers;
        this.municipalities = municipalities;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** All of the tenant's, those no longer valid too: by kind, then by name. */
    public List<Organisation> of(MunicipalityCode keeper) {
        return jdbc.sql("""
                        select * from hyte.organisation where municipality_code = :keeper
                        order by array_position(:kinds, kind), name_fi, id""")
                .param("keeper", keeper.value())
                .param("kinds", KINDS)
                .query((row, n) -> OrganisationRows.organisation(row))
                .list();
    }

    public List<Organisation> validOn(MunicipalityCode keeper, LocalDate day) {
        return of(keeper).stream()
                .filter(organisation -> organisation.isValidOn(day))
                .toList();
    }

    /** @throws NotFound when there is none, or it is another tenant's */
    public Organisation get(MunicipalityCode keeper, OrganisationId id) {
        return jdbc.sql("select * from hyte.organisation where id = :id and municipality_code = :keeper")
                .param("id", id.value())
                .param("keeper", keeper.value())
                .query((row, n) -> OrganisationRows.organisation(row))
                .optional()
                .orElseThrow(() -> new NotFound("problem.organisation.unknown"));
    }

    /** The municipalities that an organisation of this tenant may be. */
    public List<Municipality> representable(MunicipalityCode keeper) {
        return municipalities.ofRegion(keeper);
    }

    /**
     * @throws InvalidInput naming the field that is missing or wrong, or whose value another organisation has
     * @throws Refused for all but the keeper of the register
     */
    @Transactional
    public OrganisationId add(MunicipalityCode keeper, OrganisationDraft draft, Person by) {
        registers.keptBy(by, keeper);
        check(keeper, draft);
        OrganisationId id = new OrganisationId(unlessKnown(() -> jdbc.sql(OrganisationRows.INSERT)
                .paramSource(OrganisationRows.values(keeper, draft))
                .query(Long.class)
                .single()));
        record(keeper, "organisation.added", id, draft);
        return id;
    }

    /**
     * @param version the one that the writer saw
     * @throws InvalidInput naming the field that is missing or wrong, or whose value another organisation has
     * @throws NotFound when it is another tenant's
     * @throws Conflict when somebody changed it meanwhile
     */
    @Transactional
    public void change(MunicipalityCode keeper, OrganisationId id, OrganisationDraft draft, int version, Person by) {
        registers.keptBy(by, keeper);
        Organisation before = get(keeper, id);
        check(keeper, draft);
        int changed = unlessKnown(() -> jdbc.sql(OrganisationRows.UPDATE)
                .paramSource(OrganisationRows.values(keeper, draft)
                        .addValue("id", id.value())
                        .addValue("version", version))
                .update());
        if (changed == 0) {
            throw new Conflict("problem.party.changed");
        }
        LocalDate last = draft.validUntil();
        if (last != null && !last.equals(before.validUntil())) {
            events.publishEvent(new OrganisationEnds(keeper, id, last, before.successor()));
        }
        record(keeper, "organisation.changed", id, draft);
    }

    /**
     * Adds the municipalities of a regional council's region that its register does not know yet, without addresses.
     *
     * @return how many were added
     */
    @Transactional
    public int addMunicipalities(MunicipalityCode council, Person by) {
        registers.keptBy(by, council);
        List<Long> added = jdbc.sql("""
                        insert into hyte.organisation (municipality_code, kind, name_fi, name_sv, language, represents,
                            valid_from)
                        select :council, 'MUNICIPALITY', m.name_fi, m.name_sv,
                            case when m.language_status like 'SV%' then 'sv' else 'fi' end, m.code, :today
                        from hyte.municipality m where m.region_code = :council
                        on conflict do nothing returning id""")
                .param("council", council.value())
                .param("today", today())
                .query(Long.class)
                .list();
        audit.recordAll(
                council,
                null,
                "organisation.added",
                added.stream()
                        .collect(Collectors.toMap(
                                id -> "organisation:" + id, id -> Map.of("kind", OrganisationKind.MUNICIPALITY))));
        return added.size();
    }

    /** Today in Finland. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }

    /** Who carries on for whom in the tenant's register. */
    public Lineage lineage(MunicipalityCode keeper) {
        return Lineage.of(of(keeper));
    }

    private void check(MunicipalityCode keeper, OrganisationDraft draft) {
        draft.check();
        MunicipalityCode represents = draft.represents();
        if (represents != null
                && representable(keeper).stream().noneMatch(one -> one.code().equals(represents))) {
            throw new InvalidInput("represents", "problem.answer.choice");
        }
    }

    private void record(MunicipalityCode keeper, String action, OrganisationId id, OrganisationDraft draft) {
        audit.record(keeper, null, action, "organisation:" + id, Map.of("kind", draft.kind()));
    }

    private static <T> T unlessKnown(Supplier<T> writing) {
        try {
            return writing.get();
        } catch (DuplicateKeyException known) {
            boolean name = Objects.requireNonNullElse(known.getMessage(), "").contains("organisation_by_name");
            throw name
                    ? new InvalidInput("nameFi", "problem.organisation.known")
                    : new InvalidInput("represents", "problem.organisation.represented");
        }
    }
}
