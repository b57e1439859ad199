package fi.hytekello.indicator;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Languages;
import java.util.Locale;

/**
 * One indicator of the catalogue.
 *
 * @param id its id in Sotkanet
 * @param department the department that owns it
 */
public record Indicator(
        int id,
        String titleFi,
        String titleSv,
        String unitFi,
        String unitSv,
        Direction direction,
        String theme,
        DepartmentCode department,
        String producerFi,
        String producerSv) {

    /** The unit of indicators that count people. */
    static final String COUNTED = "henkilöä";

    private static final String OPEN_PRODUCER = "Terveyden ja hyvinvoinnin laitos";

    public String title(Locale locale) {
        return Languages.isSwedish(locale) ? titleSv : titleFi;
    }

    public String unit(Locale locale) {
        return Languages.isSwedish(locale) ? unitSv : unitFi;
    }

    public String producer(Locale locale) {
        return Languages.isSwedish(locale) ? producerSv : producerFi;
    }

    /** Whether it counts people: what a region has is then the sum of its municipalities, no level to compare with. */
    public boolean isCount() {
        return unitFi.equals(COUNTED);
    }

    /** Whether its values come under CC BY 4.0, as THL's do; others' come under their producers' terms (domain 3.1). */
    public boolean isOpen() {
        return producerFi.startsWith(OPEN_PRODUCER);
    }
}
