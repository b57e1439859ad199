package fi.hytekello.demo;

import fi.hytekello.calendar.Finland;
import fi.hytekello.platform.problem.NotFound;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mails received, one {@code .eml} file each, named so that they sort by time. */
@Component
public class MailStore {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}-\\d{6})-(\\d+)-.*\\.eml");
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Path directory;
    private final Clock clock;
    private final ConcurrentSkipListMap<Long, StoredMail> mails = new ConcurrentSkipListMap<>();

    MailStore(DemoProperties demo, Clock clock) throws IOException {
        this.directory = demo.mailDirectory();
        this.clock = clock;
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                files.forEach(this::index);
            }
        }
    }

    /** Keeps the mail; it is on disk when this returns. */
    public synchronized void add(MimeMessage message, String recipient) {
        long id = mails.isEmpty() ? 1 : mails.lastKey() + 1;
        try {
            String address = recipient.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.@]+", "-");
            String time = TIME.format(clock.instant().atZone(Finland.ZONE));
            Path file = directory.resolve("%s-%06d-%s-%s.eml".formatted(time, id, kind(message), address));
            Files.createDirectories(directory);
            Path unfinished = directory.resolve(file.getFileName() + ".part");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                message.writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            index(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (MessagingException malformed) {
            throw new IllegalArgumentException("Not a mail", malformed);
        }
    }

    /** Deletes all that it holds. */
    synchronized void clear() throws IOException {
        for (StoredMail mail : mails.values()) {
            Files.deleteIfExists(mail.file());
        }
        mails.clear();
    }

    /** Newest first; of one recipient's address where one is given. */
    public List<StoredMail> list(@Nullable String recipient) {
        return mails.descendingMap().values().stream()
                .filter(mail -> recipient == null || mail.to().contains(recipient))
                .toList();
    }

    /** @throws NotFound when there is no such mail */
    public StoredMail get(long id) {
        StoredMail mail = mails.get(id);
        if (mail == null) {
            throw new NotFound("problem.mail.unknown");
        }
        return mail;
    }

    /** Headers and parts of the mail. */
    public MimeMessage read(StoredMail mail) {
        try (InputStream in = Files.newInputStream(mail.file())) {
            return new MimeMessage(SESSION, in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (MessagingException malformed) {
            throw new IllegalStateException("Not a mail: " + mail.file(), malformed);
        }
    }

    private static String kind(MimeMessage message) throws MessagingException {
        return Optional.ofNullable(message.getHeader("X-Hytekello-Kind", null))
                .orElse("mail")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "-");
    }

    private void index(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return;
        }
        StoredMail unread = new StoredMail(
                Long.parseLong(name.group(2)), LocalDateTime.parse(name.group(1), TIME), "", "", "", "", file);
        MimeMessage message = read(unread);
        try {
            mails.put(
                    unread.id(),
                    new StoredMail(
                            unread.id(),
                            unread.at(),
                            kind(message),
                            InternetAddress.toUnicodeString(message.getFrom()),
                            InternetAddress.toUnicodeString(message.getAllRecipients()),
                            Optional.ofNullable(message.getSubject()).orElse(""),
                            file));
        } catch (MessagingException malformed) {
            throw new IllegalStateException("Not a mail: " + file, malformed);
        }
    }
}
