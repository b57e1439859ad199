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

    public String title(Locale locale) {
        return Languages.isSwedish(locale) ? titleSv : titleFi;
    }

    public String unit(Locale locale) {
        return Languages.isSwedish(locale) ? unitSv : unitFi;
    }

    public String producer(Locale locale) {
        return Languages.isSwedish(locale) ? producerSv : producerFi;
    }
}
