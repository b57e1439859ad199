package fi.hytekello.notification;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MailSender;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Shows a municipality what its mails look like, written as they are sent, with sample data. */
@Service
public class MailPreviews {

    /** Several matters in one mail; all other names are those of the {@link NotificationKind}s. */
    public static final String DIGEST = "DIGEST";

    /** Stands where a real mail has the id of a task, or the token of a personal link; in the letter itself, a moment. */
    public static final String SAMPLE = "sample";

    private static final List<NotificationKind> IN_DIGEST = List.of(
            NotificationKind.OVERDUE,
            NotificationKind.TASK_NOTICE,
            NotificationKind.FIRST_REMINDER,
            NotificationKind.DECISION_MADE,
            NotificationKind.DEADLINE_CHANGED);

    private final SampleLetters samples;
    private final MailWriter writer;
    private final Municipalities municipalities;
    private final MunicipalitySettings settings;
    private final Clock clock;

    MailPreviews(
            SampleLetters samples,
            MailWriter writer,
            Municipalities municipalities,
            MunicipalitySettings settings,
            Clock clock) {
        this.samples = samples;
        this.writer = writer;
        this.municipalities = municipalities;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that there is to see, in the order in which a year brings it. */
    public static List<String> names() {
        return Stream.concat(Arrays.stream(NotificationKind.values()).map(Enum::name), Stream.of(DIGEST))
                .toList();
    }

    /**
     * A mail of this municipality to the reader.
     *
     * @throws NotFound when the reader does not belong to the municipality, or there is no mail of this name
     * @throws Refused when the reader is neither its coordinator nor its administrator
     */
    public MailPreview of(String name, MunicipalityCode municipality, Locale language, Person reader) {
        requireEditor(municipality, reader);
        if (!names().contains(name)) {
            throw new NotFound("problem.notFound");
        }
        Instant now = clock.instant();
        Municipality place = municipalities.get(municipality);
        Locale in = Languages.isSwedish(language) ? Languages.SWEDISH : Languages.FINNISH;
        SampleLetters.Occasion occasion =
                new SampleLetters.Occasion(place, reader, in, LocalDate.ofInstant(now, Finland.ZONE));
        List<NotificationKind> kinds = name.equals(DIGEST) ? IN_DIGEST : List.of(NotificationKind.valueOf(name));
        MailSender sender = settings.of(municipality).sender();
        return written(new Mail(
                new UUID(0, 0),
                now,
                now,
                null,
                sender,
                kinds.stream().map(kind -> samples.of(kind, occasion)).toList()));
    }

    /** What the dates in the sample of an author are to be near to. */
    public static Instant moment(Letter sample) {
        return Instant.parse(Objects.requireNonNull(sample.payload().get(SAMPLE)));
    }

    /** @see #of */
    public void requireEditor(MunicipalityCode municipality, Person reader) {
        if (!reader.belongsTo(municipality)) {
            throw new NotFound("problem.municipality.unknown", municipality.value());
        }
        if (!MunicipalitySettings.mayBeChangedBy(reader, municipality)
                && !reader.holds(Role.REGIONAL_COORDINATOR, municipality)) {
            throw new Refused("problem.settings.role");
        }
    }

    private MailPreview written(Mail mail) {
        try {
            return MailPreview.of(writer.sample(mail, Session.getInstance(new Properties())));
        } catch (MessagingException impossible) {
            throw new IllegalStateException("A sample mail cannot be written", impossible);
        }
    }
}
