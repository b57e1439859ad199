package fi.hytekello.municipality;

import java.time.LocalTime;
import java.util.Locale;

/**
 * A municipality; each is a tenant.
 *
 * @param officeCloses closing time of the registry, Europe/Helsinki: a deadline given as a date ends then
 * @param city whether it calls itself a city; see {@link OfficeWords}
 */
public record Municipality(MunicipalityCode code, String nameFi, String nameSv, LocalTime officeCloses, boolean city) {

    public String name(Locale locale) {
        return Languages.isSwedish(locale) ? nameSv : nameFi;
    }
}
