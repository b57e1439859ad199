package fi.hytekello.notification;

import java.util.regex.Pattern;

/** Makes a text fit for a header of a mail, whoever wrote it: a line break there would begin another header. */
public final class OneLine {

    /** Line breaks of every kind, also those that only mail programs take for one. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    /** Marks that nobody sees, among them those that turn the direction of writing, and halves of characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cs}]");

    /** The beginning of an encoded word (RFC 2047): programs would read what is hidden in it. */
    private static final String ENCODED = "=?";

    private static final Pattern NOT_IN_FILE_NAMES = Pattern.compile("[\\\\/:*?\"<>|]");

    private static final int LONGEST_SUBJECT = 250;
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_FILE_NAME = 120;

    private OneLine() {}

    public static String subject(String text) {
        return shortened(line(text), LONGEST_SUBJECT);
    }

    static String name(String text) {
        return shortened(line(text), LONGEST_NAME);
    }

    /** Keeps the end, which tells the kind of the file. */
    public static String fileName(String text) {
        String name = NOT_IN_FILE_NAMES.matcher(line(text)).replaceAll("-");
        int tooMany = name.codePointCount(0, name.length()) - LONGEST_FILE_NAME;
        return tooMany > 0 ? name.substring(name.offsetByCodePoints(0, tooMany)) : name;
    }

    private static String line(String text) {
        String line = UNSEEN.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
        return line.replace(ENCODED, "= ?").strip();
    }

    private static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }
}
