package fi.hytekello.nomination;

import fi.hytekello.calendar.Finland;
import fi.hytekello.notification.Letter;
import fi.hytekello.notification.LetterAuthor;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.notification.MailPreviews;
import fi.hytekello.notification.MailWords;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.platform.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Words the mails about a single seat: somebody else sits in it from a day on, told by posts and without names; or
 * nobody is asked for it any more because its organisation ends.
 */
@Component
class SeatLetters implements LetterAuthor {

    private static final Set<NotificationKind> KINDS =
            Set.of(NotificationKind.NOMINATION_REPLACED, NotificationKind.NOMINATION_CLOSED);

    private final RequestTable requests;
    private final NomineeTable nominees;
    private final Letterhead letterhead;
    private final MailWords words;
    private final Dates dates;

    SeatLetters(RequestTable requests, NomineeTable nominees, Letterhead letterhead, MailWords words, Dates dates) {
        this.requests = requests;
        this.nominees = nominees;
        this.letterhead = letterhead;
        this.words = words;
        this.dates = dates;
    }

    /**
     * @param day first day of who comes, or last day of the organisation
     * @param comes post; null where nobody comes
     * @param goes post; null where nobody goes
     */
    private record Told(
            Request request,
            LocalDate day,
            @Nullable String comes,
            @Nullable String goes,
            List<String> contacts) {}

    @Override
    public Set<NotificationKind> kinds() {
        return KINDS;
    }

    @Override
    public List<MailContent> write(Letter letter) {
        Told told = letter.kind() == NotificationKind.NOMINATION_REPLACED ? replaced(letter) : closed(letter);
        Request request = told.request();
        return letterhead.languages(letter.language(), request.council(), request.organisation()).stream()
                .map(in -> content(letter.kind(), told, in))
                .toList();
    }

    @Override
    public List<MailContent> sample(Letter letter) {
        LocalDate day = LocalDate.ofInstant(MailPreviews.moment(letter), Finland.ZONE);
        String post = words.text("mail.nomination.samplePost", letter.language());
        Told told = new Told(new SampleRequest(letter, words).request(), day, post, post, List.of(letter.address()));
        return List.of(content(letter.kind(), told, letter.language()));
    }

    private Told replaced(Letter letter) {
        Nominee comes = nominee(letter, "comes");
        String goes = letter.payload().containsKey("goes") ? post(nominee(letter, "goes")) : null;
        Request request = requests.find(comes.request()).orElseThrow();
        return new Told(
                request,
                LocalDate.parse(payload(letter, "from")),
                post(comes),
                goes,
                letterhead.addresses(request.council()));
    }

    private Told closed(Letter letter) {
        Request request = requests.find(new RequestId(Long.parseLong(payload(letter, "request"))))
                .orElseThrow();
        LocalDate last = LocalDate.parse(payload(letter, "last"));
        return new Told(request, last, null, null, letterhead.addresses(request.council()));
    }

    private MailContent content(NotificationKind kind, Told told, Locale in) {
        String key = "mail." + kind;
        Request request = told.request();
        Object[] named = {
            letterhead.council(request.council(), in),
            request.round().body(in),
            request.organisation(in),
            dates.date(told.day())
        };
        return new MailContent(
                in,
                words.withDiaryNumber(
                        words.text(key + ".subject", in, named), request.round().diaryNumber(), in),
                words.text("mail.greeting.nobody", in),
                words.text(key + ".lead", in, named),
                facts(kind, told, in),
                null,
                words.text(key + ".closing", in),
                null);
    }

    private List<Fact> facts(NotificationKind kind, Told told, Locale in) {
        List<Fact> facts = new ArrayList<>();
        facts.add(words.fact("nominationBody", told.request().round().body(in), in));
        facts.add(words.fact("nominationOrganisation", told.request().organisation(in), in));
        if (kind == NotificationKind.NOMINATION_REPLACED) {
            if (told.goes() != null) {
                facts.add(words.fact("nominationGoes", told.goes(), in));
            }
            facts.add(words.fact("nominationComes", Objects.requireNonNull(told.comes()), in));
        }
        if (!told.contacts().isEmpty()) {
            facts.add(words.fact("nominationContact", String.join(", ", told.contacts()), in));
        }
        return facts;
    }

    private Nominee nominee(Letter letter, String key) {
        return nominees.find(Long.parseLong(payload(letter, key))).orElseThrow();
    }

    private static String post(Nominee one) {
        return one.title().isEmpty() ? one.name() : one.title();
    }

    private static String payload(Letter letter, String key) {
        return Objects.requireNonNull(letter.payload().get(key), key);
    }
}
