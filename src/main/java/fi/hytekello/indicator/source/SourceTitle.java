package fi.hytekello.indicator.source;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * An indicator's title as the source gives it.
 *
 * @param fi without HTML and superfluous spaces, as {@link #clean} leaves it
 */
record SourceTitle(String fi, String sv) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

    /** Sotkanet's titles hold entities and tags such as {@code <br>} (domain chapter 3.1). */
    static String clean(String title) {
        return SPACES.matcher(Jsoup.parseBodyFragment(title).text())
                .replaceAll(" ")
                .strip();
    }
}
