package fi.hytekello.body;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.OrganisationImport.Change;
import fi.hytekello.body.OrganisationImport.Effect;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.sheet.CellReader;
import fi.hytekello.platform.sheet.Sheet;
import fi.hytekello.platform.sheet.SheetReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a sheet of organisations into a tenant's register: all rows or none. An organisation is known by its Finnish
 * name; nothing is removed, as one that has ended keeps its last day.
 */
@Service
public class OrganisationImports {

    private final NamedParameterJdbcTemplate jdbc;
    private final Organisations organisations;
    private final Registers registers;
    private final OrganisationTables words;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    OrganisationImports(
            NamedParameterJdbcTemplate jdbc,
            Organisations organisations,
            Registers registers,
            OrganisationTables words,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.registers = registers;
        this.words = words;
        this.audit = audit;
        this.events = events;
    }

    /**
     * What a sheet would change; nothing is stored.
     *
     * @throws InvalidInput when the file is no table
     * @throws Refused for all but the keeper of the register
     */
    public OrganisationImport check(MunicipalityCode keeper, byte[] content, Person by) {
        registers.keptBy(by, keeper);
        Sheet sheet = SheetReader.read("file", content);
        OrganisationSheet reading = new OrganisationSheet(sheet, words, organisations.today());
        CellReader reader = new CellReader(sheet);
        reading.require(reader);
        if (!reader.problems().isEmpty()) {
            return new OrganisationImport(List.of(), reader.problems());
        }
        List<Change> changes = changes(keeper, sheet, reading, reader);
        return reader.problems().isEmpty()
                ? new OrganisationImport(changes, List.of())
                : new OrganisationImport(List.of(), reader.problems());
    }

    /**
     * Stores what a sheet changes, where nothing is wrong in it.
     *
     * @throws InvalidInput when the file is no table
     * @throws Refused for all but the keeper of the register
     */
    @Transactional
    public OrganisationImport store(MunicipalityCode keeper, byte[] content, Person by) {
        OrganisationImport read = check(keeper, content, by);
        Map<OrganisationId, Organisation> before = organisations.lineage(keeper).organisations();
        List<Change> changes = read.changes().stream()
                .filter(change -> change.effect() != Effect.SAME)
                .toList();
        jdbc.batchUpdate(
                OrganisationRows.UPSERT,
                changes.stream()
                        .map(change -> OrganisationRows.values(keeper, change.draft()))
                        .toArray(MapSqlParameterSource[]::new));
        List<Organisation> after = organisations.of(keeper);
        after.forEach(one -> tellWhereItEnds(before.get(one.id()), one));
        Map<String, Effect> effects = changes.stream()
                .collect(Collectors.toMap(change -> key(change.draft().nameFi()), Change::effect));
        audit.recordAll(
                keeper,
                null,
                "organisation.imported",
                after.stream()
                        .filter(one -> effects.containsKey(key(one.nameFi())))
                        .collect(Collectors.toMap(
                                one -> "organisation:" + one.id(),
                                one -> Map.of("effect", Objects.requireNonNull(effects.get(key(one.nameFi())))))));
        return read;
    }

    private void tellWhereItEnds(@Nullable Organisation before, Organisation after) {
        LocalDate last = after.validUntil();
        if (before != null && last != null && !last.equals(before.validUntil())) {
            events.publishEvent(new OrganisationEnds(after.keeper(), after.id(), last, after.successor()));
        }
    }

    private List<Change> changes(MunicipalityCode keeper, Sheet sheet, OrganisationSheet reading, CellReader reader) {
        Map<String, Organisation> known = organisations.of(keeper).stream()
                .collect(Collectors.toMap(one -> key(one.nameFi()), Function.identity()));
        Map<String, MunicipalityCode> unrepresented = unrepresented(keeper, known);
        List<Change> changes = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Sheet.Row row : sheet.rows()) {
            String name = key(reading.nameFi(row));
            Organisation before = known.get(name);
            Integer earlier = seen.putIfAbsent(name, row.number());
            if (earlier != null) {
                reader.note(row.number(), new InvalidInput("nameFi", "problem.organisation.twice", earlier));
                continue;
            }
            OrganisationDraft draft =
                    reader.noting(row, () -> reading.draft(row, before, represents(before, unrepresented, name)));
            if (draft != null) {
                changes.add(new Change(row.number(), effect(before, draft), draft));
            }
        }
        return changes;
    }

    /** The municipalities of the region, by name, that no organisation of the register is yet. */
    private Map<String, MunicipalityCode> unrepresented(MunicipalityCode keeper, Map<String, Organisation> known) {
        return organisations.representable(keeper).stream()
                .filter(municipality -> known.values().stream()
                        .noneMatch(one -> municipality.code().equals(one.represents())))
                .collect(Collectors.toMap(municipality -> key(municipality.nameFi()), Municipality::code));
    }

    private static @Nullable MunicipalityCode represents(
            @Nullable Organisation before, Map<String, MunicipalityCode> unrepresented, String name) {
        MunicipalityCode already = before == null ? null : before.represents();
        return already != null ? already : unrepresented.get(name);
    }

    private static Effect effect(@Nullable Organisation before, OrganisationDraft draft) {
        if (before == null) {
            return Effect.ADDED;
        }
        return before.draft().equals(draft) ? Effect.SAME : Effect.CHANGED;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
