package fi.hytekello.indicator;

import fi.hytekello.municipality.Languages;
import java.util.Locale;

/**
 * A municipality of the source, whether it uses this product or not.
 *
 * @param region its id in Sotkanet, which is not its code
 * @param merged it has become a part of another municipality; its old values are still there
 */
public record ComparedMunicipality(int region, String nameFi, String nameSv, boolean merged) {

    public String name(Locale locale) {
        return Languages.isSwedish(locale) ? nameSv : nameFi;
    }
}
