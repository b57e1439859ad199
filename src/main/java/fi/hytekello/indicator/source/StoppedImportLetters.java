package fi.hytekello.indicator.source;

import fi.hytekello.notification.Letter;
import fi.hytekello.notification.LetterAuthor;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.MailPreviews;
import fi.hytekello.notification.MailWords;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.platform.Dates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words the mail that tells of an import that has stopped: why, how far it came and where it is tried again. */
@Component
class StoppedImportLetters implements LetterAuthor {

    private static final ImportSteps.Progress SAMPLE_PROGRESS = new ImportSteps.Progress(48, 118);

    /** The moment of samples lies ahead. */
    private static final Duration SAMPLE_AGO = Duration.ofDays(21);

    private final ImportHistory history;
    private final ImportSteps steps;
    private final MailWords words;
    private final Dates dates;

    StoppedImportLetters(ImportHistory history, ImportSteps steps, MailWords words, Dates dates) {
        this.history = history;
        this.steps = steps;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(NotificationKind.IMPORT_STOPPED);
    }

    @Override
    public List<MailContent> write(Letter letter) {
        long id = Long.parseLong(Objects.requireNonNull(letter.payload().get("import")));
        ImportHistory.Entry entry = history.find(letter.municipalityCode(), id).orElseThrow();
        return List.of(content(letter, entry.startedAt(), entry.problem(), steps.progress(entry.id())));
    }

    @Override
    public List<MailContent> sample(Letter letter) {
        return List.of(content(
                letter,
                MailPreviews.moment(letter).minus(SAMPLE_AGO),
                Problem.of("source.failure.timeout"),
                SAMPLE_PROGRESS));
    }

    /** @param problem null where what failed was not the source's answer */
    private MailContent content(
            Letter letter, Instant begun, @Nullable Problem problem, ImportSteps.Progress progress) {
        Locale in = letter.language();
        Problem why = problem == null ? Problem.of("mail.IMPORT_STOPPED.unknown") : problem;
        List<MailContent.Fact> facts = new ArrayList<>();
        facts.add(words.fact(
                "import.why", words.text(why.key(), in, why.arguments().toArray()), in));
        facts.add(words.fact("import.begun", dates.moment(begun, in), in));
        facts.add(words.fact(
                "import.progress",
                words.text("mail.IMPORT_STOPPED.progress", in, progress.done(), progress.all()),
                in));
        return new MailContent(
                in,
                words.text("mail.IMPORT_STOPPED.subject", in, letter.municipality()),
                words.greeting(letter),
                words.text("mail.IMPORT_STOPPED.lead", in),
                facts,
                null,
                words.text("mail.IMPORT_STOPPED.closing", in),
                words.link(
                        "mail.open.catalogue",
                        "/municipalities/" + letter.municipalityCode() + "/indicator-catalogue",
                        in));
    }
}
