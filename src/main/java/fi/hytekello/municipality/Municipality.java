package fi.hytekello.municipality;

import java.time.LocalTime;
import java.util.Locale;

/**
 * A municipality or a regional council, which is a joint authority of municipalities; each is a tenant.
 *
 * @param officeCloses closing time of the registry, Europe/Helsinki: a deadline given as a date ends then
 * @param kind what it is, and with that what runs there
 * @param city whether it calls itself a city; see {@link OfficeWords}
 */
public record Municipality(
        MunicipalityCode code, Kind kind, String nameFi, String nameSv, LocalTime officeCloses, boolean city) {

    /** What a tenant is. */
    public enum Kind {
        /** Runs the wellbeing year. */
        MUNICIPALITY,
        /** Runs nomination rounds and regional bodies; has no year of its own. */
        REGIONAL_COUNCIL
    }

    /** Who keeps its matters going, and is told when nobody else is named. */
    public Role coordinator() {
        return kind == Kind.REGIONAL_COUNCIL ? Role.REGIONAL_COORDINATOR : Role.COORDINATOR;
    }

    /** Who leads it. */
    public Role head() {
        return kind == Kind.REGIONAL_COUNCIL ? Role.REGIONAL_DIRECTOR : Role.MANAGER;
    }

    public String name(Locale locale) {
        return Languages.isSwedish(locale) ? nameSv : nameFi;
    }
}
