package fi.hytekello.municipality;

import java.util.Locale;

/** The two national languages (Language Act 423/2003). */
public final class Languages {

    public static final Locale FINNISH = Locale.forLanguageTag("fi");
    public static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private Languages() {}

    /** Swedish where the locale's language is Swedish, Finnish for every other. */
    public static boolean isSwedish(Locale locale) {
        return "sv".equals(locale.getLanguage());
    }
}
