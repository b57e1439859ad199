package fi.hytekello.platform.ical;

/**
 * Folds lines as the standard counts them, in octets and never within a letter (RFC 5545 3.1). The library counts
 * characters, which makes lines with ä too long, and cuts letters that need two.
 */
final class Folding {

    private static final String END = "\r\n";
    private static final String FOLD = END + " ";
    private static final int MOST = 75;

    private Folding() {}

    /** @param text with lines folded in any way */
    static String octets(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.replace(FOLD, "").lines().forEach(line -> fold(line, folded));
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        int used = 0;
        for (int at = 0; at < line.length(); ) {
            int letter = line.codePointAt(at);
            int octets = octets(letter);
            if (used + octets > MOST) {
                folded.append(FOLD);
                used = 1;
            }
            folded.appendCodePoint(letter);
            used += octets;
            at += Character.charCount(letter);
        }
        folded.append(END);
    }

    private static int octets(int letter) {
        if (letter < 0x80) {
            return 1;
        }
        if (letter < 0x800) {
            return 2;
        }
        return letter < 0x10000 ? 3 : 4;
    }
}
