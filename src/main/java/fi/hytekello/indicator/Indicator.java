package fi.hytekello.indicator;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Languages;
import java.util.Locale;
import java.util.Set;

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

    private static final String OPEN_PRODUCER = "(THL)";
    private static final Set<String> PURE_NUMBERS = Set.of("indeksi", "suhdeluku");
    private static final int LAST_OF_SOTKANET = 1_000_000;

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
        return producerFi.contains(OPEN_PRODUCER);
    }

    /** Whether its values have no unit: indices and ratios, whose kind stands in the unit's place. */
    public boolean isPureNumber() {
        return PURE_NUMBERS.contains(unitFi);
    }

    /** Whether it is a municipality's own, of which Sotkanet knows nothing. */
    public boolean isOwn() {
        return id > LAST_OF_SOTKANET;
    }
}
