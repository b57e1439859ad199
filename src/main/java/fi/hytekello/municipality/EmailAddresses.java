package fi.hytekello.municipality;

import java.util.regex.Pattern;

/**
 * What passes for a mail address wherever people type one, and where a mail may go: a single plain one without a name
 * beside it, in the characters that every mail server takes (RFC 5321 4.1.2, the dot-string of RFC 5322 3.2.3).
 */
public final class EmailAddresses {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";

    private static final Pattern ONE =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

    /** RFC 5321 4.5.3.1.3, without the angle brackets. */
    private static final int LONGEST = 254;

    private EmailAddresses() {}

    public static boolean isOne(String text) {
        return text.length() <= LONGEST && ONE.matcher(text).matches();
    }
}
