package fi.hytekello.municipality;

import fi.hytekello.platform.problem.InvalidInput;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Under which name and address a municipality's mails leave. Each may be empty: then the municipality's name, the
 * product's address, no answers and no signature.
 *
 * @param nameFi what mail programs show as the sender of Finnish mails
 * @param address of the municipality's own, which its mail server must let the product use
 * @param replyTo where answers go
 * @param signatureFi lines below Finnish mails, with {@code \n} between them
 */
public record MailSender(
        String nameFi, String nameSv, String address, String replyTo, String signatureFi, String signatureSv) {

    public static final MailSender NONE = new MailSender("", "", "", "", "", "");

    private static final int LONGEST_NAME = 70;
    private static final int MOST_LINES = 6;
    private static final int LONGEST_LINE = 100;

    /** Line breaks, marks that turn the direction of writing, halves of characters: nothing that belongs in a name. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    public MailSender {
        nameFi = nameFi.strip();
        nameSv = nameSv.strip();
        address = address.strip();
        replyTo = replyTo.strip();
        signatureFi = lines(signatureFi);
        signatureSv = lines(signatureSv);
    }

    private static String lines(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    /** Empty where the municipality's own name serves. */
    public String name(Locale language) {
        return Languages.isSwedish(language) ? nameSv : nameFi;
    }

    /** Empty where nothing is signed in this language. */
    public String signature(Locale language) {
        return Languages.isSwedish(language) ? signatureSv : signatureFi;
    }

    /** By the names of the settings, in the order of the page. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("senderNameFi", nameFi);
        values.put("senderNameSv", nameSv);
        values.put("senderAddress", address);
        values.put("replyTo", replyTo);
        values.put("signatureFi", signatureFi);
        values.put("signatureSv", signatureSv);
        return values;
    }

    /** @throws InvalidInput naming what cannot stand in a mail */
    void check() {
        checkName("senderNameFi", nameFi);
        checkName("senderNameSv", nameSv);
        checkAddress("senderAddress", address);
        checkAddress("replyTo", replyTo);
        checkSignature("signatureFi", signatureFi);
        checkSignature("signatureSv", signatureSv);
    }

    private static void checkName(String field, String name) {
        if (name.length() > LONGEST_NAME || UNSEEN.matcher(name).find()) {
            throw new InvalidInput(field, "problem.settings.senderName", LONGEST_NAME);
        }
    }

    private static void checkAddress(String field, String address) {
        if (!address.isEmpty() && !EmailAddresses.isOne(address)) {
            throw new InvalidInput(field, "problem.settings.address");
        }
    }

    private static void checkSignature(String field, String signature) {
        boolean fits = signature.lines().count() <= MOST_LINES
                && signature
                        .lines()
                        .allMatch(line -> line.length() <= LONGEST_LINE
                                && !UNSEEN.matcher(line).find());
        if (!fits) {
            throw new InvalidInput(field, "problem.settings.signature", MOST_LINES, LONGEST_LINE);
        }
    }
}
