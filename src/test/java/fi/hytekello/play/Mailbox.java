package fi.hytekello.play;

import fi.hytekello.demo.MailStore;
import fi.hytekello.demo.StoredMail;
import fi.hytekello.notification.MailDispatcher;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that people receive, and the links in them. */
final class Mailbox {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    private final MailDispatcher dispatcher;
    private final MailStore mails;

    Mailbox(MailDispatcher dispatcher, MailStore mails) {
        this.dispatcher = dispatcher;
        this.mails = mails;
    }

    /** Path of the first link in the newest mail of this subject. */
    String link(String address, String subject) {
        dispatcher.dispatchDue();
        StoredMail newest = mails.list(address).stream()
                .filter(mail -> mail.subject().contains(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No mail to " + address + " about " + subject));
        Matcher link = LINK.matcher(text(newest));
        if (!link.find()) {
            throw new AssertionError("No link in the mail " + newest.subject());
        }
        return link.group(1);
    }

    private String text(StoredMail mail) {
        try {
            return plain(mails.read(mail).getContent());
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String plain(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            BodyPart first = parts.getBodyPart(0);
            return plain(first.getContent());
        }
        return content.toString();
    }
}
