package fi.hytekello.inbox;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Texts of strangers as plain text of bounded length. */
final class HarmlessText {

    /** All but tab and line breaks; what nobody sees or what turns the direction of writing; halves of characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\t\\n]]");

    private static final Pattern BREAKS = Pattern.compile("\\r\\n?");
    private static final Pattern MANY_EMPTY_LINES = Pattern.compile("\\n\\s*\\n\\s*\\n+");

    private static final String BREAK = String.valueOf('\n');

    /** Ends a paragraph. */
    static final String EMPTY_LINE = BREAK.repeat(2);

    private static final int LONGEST = 100_000;

    private HarmlessText() {}

    static String of(String text) {
        String plain = UNSEEN.matcher(BREAKS.matcher(text).replaceAll(BREAK)).replaceAll("");
        String tidy = MANY_EMPTY_LINES.matcher(plain).replaceAll(EMPTY_LINE).strip();
        return tidy.length() <= LONGEST ? tidy : tidy.substring(0, end(tidy)) + " …";
    }

    /** Not in the middle of a character. */
    private static int end(String text) {
        int end = LONGEST - 2;
        return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /** What the page would show as text; nothing of it is fetched or run. */
    static String ofHtml(String html) {
        Document page = Jsoup.parse(html);
        page.select("script, style, head").remove();
        for (Element block : page.select("br, p, div, tr, li, h1, h2, h3, h4, blockquote")) {
            block.before(new TextNode(BREAK));
        }
        return of(page.wholeText());
    }
}
