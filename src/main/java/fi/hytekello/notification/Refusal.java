package fi.hytekello.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail was not accepted.
 *
 * @param reason kinds of exceptions and codes only: the texts of mail servers repeat addresses
 */
record Refusal(Verdict verdict, String reason) {

    enum Verdict {
        /** The address takes no mail, now or later. */
        NEVER,
        /** Perhaps later. */
        LATER,
        /** The server is about to close and takes nothing now. */
        CLOSING,
        /** The server hung up or fell silent: it may have the mail. */
        UNKNOWN
    }

    private static final int SERVICE_CLOSING = 421;

    /** Replies that speak of the mailbox (RFC 5321 4.2.2, RFC 7504). */
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(521, 550, 551, 552, 553, 556);

    /** Code and, where the server gives one, the enhanced code (RFC 3463). */
    private static final Pattern REPLY =
            Pattern.compile("(\\d{3})[ -](?:(\\d\\.\\d{1,3}\\.\\d{1,3})\\b)?.*", Pattern.DOTALL);

    static Refusal of(Exception problem) {
        if (problem instanceof AddressException) {
            return new Refusal(Verdict.NEVER, kinds(problem));
        }
        SMTPAddressFailedException ofAddress = find(problem, SMTPAddressFailedException.class);
        if (ofAddress != null) {
            return new Refusal(
                    ofAddress(ofAddress.getReturnCode(), ofAddress.getMessage()),
                    kinds(ofAddress) + codes(ofAddress.getMessage()));
        }
        SMTPSendFailedException ofMail = find(problem, SMTPSendFailedException.class);
        if (ofMail != null && ofMail.getReturnCode() > 0) {
            Verdict verdict = ofMail.getReturnCode() == SERVICE_CLOSING ? Verdict.CLOSING : Verdict.LATER;
            return new Refusal(verdict, kinds(ofMail) + codes(ofMail.getMessage()));
        }
        return new Refusal(Verdict.UNKNOWN, kinds(problem));
    }

    /** Of what never came to the server. */
    static Refusal ofUnwritable(Exception problem) {
        return new Refusal(problem instanceof AddressException ? Verdict.NEVER : Verdict.LATER, kinds(problem));
    }

    /** Enhanced codes of class 7 are about who sends, not about the mailbox. */
    private static Verdict ofAddress(int code, @Nullable String text) {
        if (code == SERVICE_CLOSING) {
            return Verdict.CLOSING;
        }
        Matcher reply = REPLY.matcher(text == null ? "" : text);
        boolean aboutSender =
                reply.matches() && reply.group(2) != null && reply.group(2).startsWith("5.7.");
        return NO_SUCH_MAILBOX.contains(code) && !aboutSender ? Verdict.NEVER : Verdict.LATER;
    }

    boolean mayHaveArrived() {
        return verdict == Verdict.UNKNOWN;
    }

    /** True when nothing more can be sent over the connection: a late answer would be taken for that to the next mail. */
    boolean breaksConnection() {
        return verdict == Verdict.UNKNOWN || verdict == Verdict.CLOSING;
    }

    private static String codes(@Nullable String text) {
        Matcher reply = REPLY.matcher(text == null ? "" : text);
        if (!reply.matches()) {
            return "";
        }
        return " " + reply.group(1) + (reply.group(2) == null ? "" : " " + reply.group(2));
    }

    /** The kinds of an exception and its causes. */
    static String kinds(Throwable problem) {
        Throwable cause = problem.getCause();
        String name = problem.getClass().getSimpleName();
        return cause == null || cause == problem ? name : name + ": " + kinds(cause);
    }

    /** Looks through the chain that Jakarta Mail makes of several problems. */
    private static <E extends Exception> @Nullable E find(Exception problem, Class<E> type) {
        return Stream.<@Nullable Exception>iterate(
                        problem,
                        current -> current instanceof MessagingException chained ? chained.getNextException() : null)
                .takeWhile(current -> current != null)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
