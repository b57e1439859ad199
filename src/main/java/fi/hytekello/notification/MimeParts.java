package fi.hytekello.notification;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the parts of a mail together. */
final class MimeParts {

    private MimeParts() {}

    static MimeMultipart whole(MimeMultipart words, List<MimeBodyPart> files) throws MessagingException {
        if (files.isEmpty()) {
            return words;
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(words);
        MimeMultipart mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(body);
        for (MimeBodyPart file : files) {
            mixed.addBodyPart(file);
        }
        return mixed;
    }

    /** An event comes once more as a file, for programs that do not know the part. */
    static List<MimeBodyPart> files(List<Attachment> attachments, @Nullable CalendarPart calendar)
            throws MessagingException {
        List<MimeBodyPart> files = new ArrayList<>();
        for (Attachment attachment : attachments) {
            files.add(file(attachment.name(), attachment.content()));
        }
        if (calendar != null) {
            byte[] event = calendar.text().getBytes(StandardCharsets.UTF_8);
            files.add(file(calendar.fileName(), new ByteArrayDataSource(event, "application/ics; charset=UTF-8")));
        }
        return files;
    }

    private static MimeBodyPart file(String name, DataSource content) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(content));
        part.setFileName(OneLine.fileName(name));
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    /** What mail programs offer to accept (RFC 6047 2.4). */
    static MimeBodyPart event(CalendarPart calendar) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                calendar.text().getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=UTF-8; method=" + calendar.method())));
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }
}
