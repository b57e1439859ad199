package fi.hytekello.inbox;

import fi.hytekello.inbox.ReadMail.ReadFile;
import fi.hytekello.notification.OneLine;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the text and the files of a mail, also of a mail that was forwarded as a file. */
final class MailParts {

    /** What offices exchange; known by the ending, which is what the reader's computer goes by. */
    private static final Set<String> KINDS = Set.of(
            "pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "png", "jpg",
            "jpeg", "ics");

    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 200;
    private static final int MOST_FILES = 20;

    private final int mostBytesOfFile;
    private final StringBuilder text = new StringBuilder();
    private final List<ReadFile> files = new ArrayList<>();
    private int parts;

    MailParts(int mostBytesOfFile) {
        this.mostBytesOfFile = mostBytesOfFile;
    }

    /** Not yet harmless. */
    String text() {
        return text.toString();
    }

    List<ReadFile> files() {
        return files;
    }

    /** @throws MessagingException when the mail is nested or divided beyond reason, or not as it says */
    void read(Part part) throws MessagingException, IOException {
        read(part, 0);
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw new MessagingException("Too many parts");
        }
        if (part.isMimeType("multipart/alternative")) {
            readBest(multipart(part), depth);
        } else if (part.isMimeType("multipart/*")) {
            Multipart all = multipart(part);
            for (int n = 0; n < all.getCount(); n++) {
                read(all.getBodyPart(n), depth + 1);
            }
        } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Message forwarded) {
            read(forwarded, depth + 1);
        } else if (isText(part)) {
            addText(part);
        } else {
            addFile(part);
        }
    }

    /** The plain one of the same text in several forms, else the last, which by custom is the richest. */
    private void readBest(Multipart forms, int depth) throws MessagingException, IOException {
        BodyPart best = null;
        for (int n = 0; n < forms.getCount(); n++) {
            BodyPart form = forms.getBodyPart(n);
            if (best == null || !best.isMimeType("text/plain")) {
                best = form;
            }
        }
        if (best != null) {
            read(best, depth + 1);
        }
    }

    private static Multipart multipart(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart multipart) {
            return multipart;
        }
        throw new MessagingException("Not the parts that it says");
    }

    private static boolean isText(Part part) throws MessagingException {
        return (part.isMimeType("text/plain") || part.isMimeType("text/html"))
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && part.getFileName() == null;
    }

    private void addText(Part part) throws MessagingException, IOException {
        String content = String.valueOf(part.getContent());
        if (!text.isEmpty()) {
            text.append(HarmlessText.EMPTY_LINE);
        }
        text.append(part.isMimeType("text/html") ? HarmlessText.ofHtml(content) : content);
    }

    private void addFile(Part part) throws MessagingException, IOException {
        String name = name(part);
        if (files.size() >= MOST_FILES) {
            files.add(new ReadFile(name, claimedSize(part), null, InboxMail.LeftOut.TOO_MANY));
        } else if (!KINDS.contains(ending(name))) {
            files.add(new ReadFile(name, claimedSize(part), null, InboxMail.LeftOut.KIND));
        } else {
            try (InputStream content = part.getInputStream()) {
                byte[] read = content.readNBytes(mostBytesOfFile + 1);
                boolean tooLarge = read.length > mostBytesOfFile;
                files.add(new ReadFile(
                        name,
                        tooLarge ? Math.max(claimedSize(part), read.length) : read.length,
                        tooLarge ? null : read,
                        tooLarge ? InboxMail.LeftOut.TOO_LARGE : null));
            }
        }
    }

    private static long claimedSize(Part part) throws MessagingException {
        return Math.max(part.getSize(), 0);
    }

    private static String name(Part part) throws MessagingException {
        String name = OneLine.fileName(decoded(part.getFileName()));
        return name.isEmpty() ? "-" : name;
    }

    private static String decoded(@Nullable String name) {
        if (name == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(name);
        } catch (UnsupportedEncodingException unknown) {
            return name;
        }
    }

    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
