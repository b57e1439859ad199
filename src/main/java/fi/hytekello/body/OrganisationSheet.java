package fi.hytekello.body;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.CellReader;
import fi.hytekello.platform.sheet.Sheet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a sheet, headers and values in Finnish or Swedish. A column that the sheet lacks leaves what is
 * known; an empty cell empties it, except a name or a first day.
 */
final class OrganisationSheet {

    private static final List<Locale> LANGUAGES = List.of(Languages.FINNISH, Languages.SWEDISH);

    private final OrganisationTables words;
    private final LocalDate today;
    private final Map<OrganisationColumn, String> headers = new EnumMap<>(OrganisationColumn.class);

    OrganisationSheet(Sheet sheet, OrganisationTables words, LocalDate today) {
        this.words = words;
        this.today = today;
        for (OrganisationColumn column : OrganisationColumn.values()) {
            sheet.header(names(column)).ifPresent(header -> headers.put(column, header));
        }
    }

    /** Notes the columns without which no row can be read. */
    void require(CellReader reader) {
        List.of(OrganisationColumn.KIND, OrganisationColumn.NAME_FI)
                .forEach(column -> reader.column(column.field(), names(column)));
    }

    String nameFi(Sheet.Row row) {
        return text(row, OrganisationColumn.NAME_FI, "");
    }

    /**
     * @param known what stands in the register, null for a new one
     * @param represents the municipality of that name, null where there is none
     * @throws InvalidInput naming the first column that is wrong
     */
    OrganisationDraft draft(Sheet.Row row, @Nullable Organisation known, @Nullable MunicipalityCode represents) {
        LocalDate from = date(row, OrganisationColumn.FROM, known == null ? null : known.validFrom());
        OrganisationDraft draft = new OrganisationDraft(
                kind(row),
                nameFi(row),
                text(row, OrganisationColumn.NAME_SV, was(known, Organisation::nameSv)),
                language(row, known),
                text(row, OrganisationColumn.REGISTRY, was(known, Organisation::registryEmail)),
                text(row, OrganisationColumn.EXPERT, was(known, Organisation::expertEmail)),
                text(row, OrganisationColumn.TITLE_FI, was(known, Organisation::managementTitleFi)),
                text(row, OrganisationColumn.TITLE_SV, was(known, Organisation::managementTitleSv)),
                text(row, OrganisationColumn.MANAGEMENT, was(known, Organisation::managementEmail)),
                represents,
                from != null ? from : known != null ? known.validFrom() : today,
                date(row, OrganisationColumn.UNTIL, known == null ? null : known.validUntil()));
        draft.check();
        return draft;
    }

    private static String was(@Nullable Organisation known, Function<Organisation, @Nullable String> part) {
        return known == null ? "" : Objects.requireNonNullElse(part.apply(known), "");
    }

    private OrganisationKind kind(Sheet.Row row) {
        String given = text(row, OrganisationColumn.KIND, "");
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> LANGUAGES.stream()
                        .anyMatch(language -> words.kind(kind, language).equalsIgnoreCase(given)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(OrganisationColumn.KIND.field(), "problem.answer.choice"));
    }

    private Locale language(Sheet.Row row, @Nullable Organisation known) {
        String given = text(row, OrganisationColumn.LANGUAGE, "");
        if (given.isEmpty()) {
            return known == null ? Languages.FINNISH : known.language();
        }
        return LANGUAGES.stream()
                .filter(language -> LANGUAGES.stream()
                        .anyMatch(spoken -> words.language(language, spoken).equalsIgnoreCase(given)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(OrganisationColumn.LANGUAGE.field(), "problem.answer.choice"));
    }

    private @Nullable LocalDate date(Sheet.Row row, OrganisationColumn column, @Nullable LocalDate known) {
        if (!headers.containsKey(column)) {
            return known;
        }
        String given = text(row, column, "");
        return given.isEmpty() ? null : CellReader.date(column.field(), given);
    }

    private String text(Sheet.Row row, OrganisationColumn column, String known) {
        return headers.containsKey(column) ? row.text(Objects.requireNonNull(headers.get(column))) : known;
    }

    private String[] names(OrganisationColumn column) {
        return LANGUAGES.stream()
                .map(language -> words.header(column, language))
                .toArray(String[]::new);
    }
}
