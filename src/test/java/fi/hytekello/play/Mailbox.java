package fi.hytekello.play;

import fi.hytekello.demo.MailStore;
import fi.hytekello.demo.StoredMail;
import fi.hytekello.notification.MailDispatcher;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mails that people receive, and the links in them. */
final class Mailbox {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

    private final MailDispatcher dispatcher;
    private final MailStore mails;
    private final Runnable sleep;

    /** @param sleep until the next morning's mail has come */
    Mailbox(MailDispatcher dispatcher, MailStore mails, Runnable sleep) {
        this.dispatcher = dispatcher;
        this.mails = mails;
        this.sleep = sleep;
    }

    /**
     * Path of the link to a matter in the newest mail that tells of it, alone or among others; of the next morning's where
     * none has come.
     */
    String link(String address, String matter) {
        dispatcher.dispatchDue();
        return newest(address, matter)
                .or(() -> {
                    sleep.run();
                    return newest(address, matter);
                })
                .orElseThrow(() -> new AssertionError("No mail to " + address + " about " + matter));
    }

    private Optional<String> newest(String address, String matter) {
        return mails.list(address).stream()
                .map(this::text)
                .filter(text -> text.contains(matter))
                .findFirst()
                .map(text -> {
                    Matcher link = LINK.matcher(text);
                    if (!link.find(text.indexOf(matter))) {
                        throw new AssertionError("No link in the mail:\n" + text);
                    }
                    return link.group(1);
                });
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
