package fi.hytekello.notification;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its recipient would see it.
 *
 * @param headers those that tell something, readable
 * @param files names of what it brings along
 */
public record MailPreview(String subject, List<Header> headers, String text, String html, List<String> files) {

    public record Header(String name, String value) {}

    static MailPreview of(MimeMessage mail) throws MessagingException {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("From", readable(mail.getFrom())));
        headers.add(new Header("To", readable(mail.getRecipients(Message.RecipientType.TO))));
        if (mail.getHeader("Reply-To") != null) {
            headers.add(new Header("Reply-To", readable(mail.getReplyTo())));
        }
        headers.add(new Header("Subject", mail.getSubject()));
        for (String name : List.of("List-Id", "Auto-Submitted", "Content-Language")) {
            headers.add(new Header(name, mail.getHeader(name, ", ")));
        }
        return new MailPreview(
                mail.getSubject(),
                List.copyOf(headers),
                MailParts.text(mail, "text/plain").orElseThrow(),
                MailParts.text(mail, "text/html").orElseThrow(),
                MailParts.files(mail));
    }

    private static String readable(Address @Nullable [] addresses) {
        List<String> readable = new ArrayList<>();
        for (Address address : addresses == null ? new Address[0] : addresses) {
            InternetAddress mailbox = (InternetAddress) address;
            String name = mailbox.getPersonal();
            readable.add(name == null ? mailbox.getAddress() : name + " <" + mailbox.getAddress() + ">");
        }
        return String.join(", ", readable);
    }
}
