package fi.hytekello.municipality;

import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The one place that knows how texts call the offices of a municipality: a city has a kaupunginjohtaja and a
 * kaupunginhallitus where others have a kunnanjohtaja and a kunnanhallitus.
 */
@Component
public class OfficeWords {

    private final MessageSource messages;

    public OfficeWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The text of this key, for cities that of {@code <key>.city} where there is one.
     *
     * @param city {@link Municipality#city()} of the municipality that is spoken of
     */
    public String text(String key, boolean city, Locale locale, Object... arguments) {
        String own = city ? messages.getMessage(key + ".city", arguments, null, locale) : null;
        return own == null ? Objects.requireNonNull(messages.getMessage(key, arguments, locale)) : own;
    }
}
