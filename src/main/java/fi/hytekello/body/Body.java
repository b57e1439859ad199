package fi.hytekello.body;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A group, council, network or partnership table.
 *
 * @param keeper the regional council or municipality whose body it is
 * @param version counts the changes
 */
public record Body(BodyId id, MunicipalityCode keeper, BodyDraft content, int version) {

    /** The official name. */
    public String name(Locale locale) {
        return Languages.isSwedish(locale) ? content.nameSv() : content.nameFi();
    }

    /** The short name, the official one where there is none. */
    public String shortName(Locale locale) {
        String name = Languages.isSwedish(locale) ? content.shortNameSv() : content.shortNameFi();
        return name.isEmpty() ? name(locale) : name;
    }

    public String task(Locale locale) {
        return Languages.isSwedish(locale) ? content.taskSv() : content.taskFi();
    }

    public boolean hasEndedOn(LocalDate day) {
        LocalDate end = content.endsOn();
        return end != null && day.isAfter(end);
    }
}
