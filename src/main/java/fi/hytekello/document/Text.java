package fi.hytekello.document;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text, free of the characters that no XML can hold.
 *
 * @param language the language it was written in where that is not the document's own, else null
 */
public record Text(String value, @Nullable Locale language) {

    private static final Pattern UNPRINTABLE =
            Pattern.compile("[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    public Text {
        value = UNPRINTABLE.matcher(value).replaceAll("");
    }

    static Text of(String value) {
        return new Text(value, null);
    }

    /** Language and country, such as {@code sv-FI}; null in the document's own language. */
    public @Nullable String tag() {
        return language == null ? null : tag(language);
    }

    static String tag(Locale language) {
        return language.getLanguage() + "-FI";
    }
}
