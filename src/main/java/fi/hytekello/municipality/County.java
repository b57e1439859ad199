package fi.hytekello.municipality;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The wellbeing services county of a municipality.
 *
 * @param code such as {@code ES}
 * @param language in which it is written to
 * @param email where the municipality writes to: the county's registry unless the municipality has another address;
 *     null while none is known
 */
public record County(
        String code,
        String nameFi,
        String nameSv,
        Locale language,
        @Nullable String email) {

    public String name(Locale locale) {
        return Languages.isSwedish(locale) ? nameSv : nameFi;
    }
}
