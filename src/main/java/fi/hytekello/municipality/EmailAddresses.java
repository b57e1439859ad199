package fi.hytekello.municipality;

import java.util.regex.Pattern;

/** What passes for a mail address wherever people type one: a single plain one, without a name beside it. */
public final class EmailAddresses {

    private static final Pattern ONE = Pattern.compile("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+\\.[^\\s@<>,;:\".]+");

    /** RFC 5321 4.5.3.1.3, without the angle brackets. */
    private static final int LONGEST = 254;

    private EmailAddresses() {}

    public static boolean isOne(String text) {
        return text.length() <= LONGEST && ONE.matcher(text).matches();
    }
}
