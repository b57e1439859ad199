package fi.hytekello.statement;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A council or organisation that is asked for statements.
 *
 * @param language of its mails
 * @param basicTasks what it is for (R1-08); obligatory for councils
 * @param validUntil last day, null while no end is known
 * @param version counts the changes
 */
public record Party(
        long id,
        MunicipalityCode municipality,
        PartyKind kind,
        String nameFi,
        String nameSv,
        String email,
        Locale language,
        String basicTasks,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int version) {

    public String name(Locale locale) {
        return Languages.isSwedish(locale) ? nameSv : nameFi;
    }

    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
