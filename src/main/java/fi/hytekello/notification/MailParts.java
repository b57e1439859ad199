package fi.hytekello.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the parts of a mail. */
public final class MailParts {

    private MailParts() {}

    /** The first part of this type, wherever it is nested. */
    public static Optional<String> text(Part mail, String type) {
        try {
            for (Part part : leaves(mail)) {
                if (part.isMimeType(type)) {
                    return Optional.of(part.getContent().toString());
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** The names of the files that it brings along. */
    static List<String> files(Part mail) throws MessagingException {
        List<String> names = new ArrayList<>();
        try {
            for (Part part : leaves(mail)) {
                if (part.getFileName() != null) {
                    names.add(part.getFileName());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names;
    }

    /** All parts that hold no others, in their order. */
    private static List<Part> leaves(Part part) throws MessagingException, IOException {
        if (!part.isMimeType("multipart/*")) {
            return List.of(part);
        }
        List<Part> leaves = new ArrayList<>();
        Multipart parts = (Multipart) part.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart inner = parts.getBodyPart(i);
            leaves.addAll(leaves(inner));
        }
        return leaves;
    }
}
