package fi.hytekello.indicator.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whom a value is about. */
public enum Gender {
    TOTAL,
    MALE,
    FEMALE;

    /** As Sotkanet and our tables write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where it is none of Sotkanet's. */
    static Optional<Gender> of(String text) {
        return Arrays.stream(values())
                .filter(gender -> gender.text().equals(text))
                .findFirst();
    }
}
