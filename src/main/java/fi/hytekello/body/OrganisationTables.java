package fi.hytekello.body;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.sheet.Table.Column;
import fi.hytekello.platform.sheet.Table.Line;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A tenant's organisations as a spreadsheet that can be brought in again; without rows it is the template. */
@Component
public class OrganisationTables {

    private final Organisations organisations;
    private final MessageSource messages;

    OrganisationTables(Organisations organisations, MessageSource messages) {
        this.organisations = organisations;
        this.messages = messages;
    }

    /** The columns in the reader's language, the rows as they stand. */
    public Table table(MunicipalityCode keeper, Locale locale) {
        return new Table(
                text("organisation.sheet", locale),
                List.of(),
                Arrays.stream(OrganisationColumn.values())
                        .map(column -> column(column, locale))
                        .toList(),
                organisations.of(keeper).stream().map(one -> line(one, locale)).toList());
    }

    private Column column(OrganisationColumn column, Locale locale) {
        String header = header(column, locale);
        return switch (column) {
            case FROM, UNTIL -> Column.date(header);
            default -> Column.text(header, column.width());
        };
    }

    private Line line(Organisation one, Locale locale) {
        return Line.of(
                kind(one.kind(), locale),
                one.nameFi(),
                one.nameSv(),
                language(one.language(), locale),
                one.registryEmail(),
                one.expertEmail(),
                one.managementTitleFi(),
                one.managementTitleSv(),
                one.managementEmail(),
                one.validFrom(),
                one.validUntil());
    }

    String header(OrganisationColumn column, Locale locale) {
        return text("field." + column.field(), locale);
    }

    String kind(OrganisationKind kind, Locale locale) {
        return text("organisationKind." + kind, locale);
    }

    String language(Locale language, Locale locale) {
        return text("language." + (Languages.isSwedish(language) ? "sv" : "fi"), locale);
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}
