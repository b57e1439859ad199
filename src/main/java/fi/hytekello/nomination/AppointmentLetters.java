package fi.hytekello.nomination;

import fi.hytekello.calendar.Finland;
import fi.hytekello.nomination.NominationDeadlines.Weeks;
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
 * Words the mails about an appointment: to the organisations by posts and without names, to nominees, and to them also
 * what is held of them (GDPR article 14).
 */
@Component
class AppointmentLetters implements LetterAuthor {

    private static final Set<NotificationKind> KINDS = Set.of(
            NotificationKind.NOMINATION_COMPOSED,
            NotificationKind.NOMINATION_PRIVACY,
            NotificationKind.NOMINATION_APPOINTED,
            NotificationKind.NOMINATION_NOT_APPOINTED);

    /** What article 14 asks to tell, in the order of the mail. */
    private static final List<String> PRIVACY =
            List.of("Data", "Source", "Purpose", "Basis", "Recipients", "Kept", "Rights");

    private final RequestTable requests;
    private final NomineeTable nominees;
    private final RoundEnds ends;
    private final Letterhead letterhead;
    private final MailWords words;
    private final Dates dates;

    AppointmentLetters(
            RequestTable requests,
            NomineeTable nominees,
            RoundEnds ends,
            Letterhead letterhead,
            MailWords words,
            Dates dates) {
        this.requests = requests;
        this.nominees = nominees;
        this.ends = ends;
        this.letterhead = letterhead;
        this.words = words;
        this.dates = dates;
    }

    /** @param appointment null while the round is open, as it may be when only {@code NOMINATION_PRIVACY} is told */
    private record Told(
            Request request,
            List<Seated> seated,
            @Nullable Appointment appointment,
            @Nullable Weeks meeting,
            List<String> contacts) {}

    /** Somebody by the post alone. */
    private record Seated(String post, boolean deputy, boolean appointed) {}

    @Override
    public Set<NotificationKind> kinds() {
        return KINDS;
    }

    @Override
    public List<MailContent> write(Letter letter) {
        Told told = letter.kind() == NotificationKind.NOMINATION_COMPOSED
                ? toOrganisation(new RequestId(id(letter, "request")))
                : toNominee(nominees.find(id(letter, "nominee")).orElseThrow());
        Request request = told.request();
        return letterhead.languages(letter.language(), request.council(), request.organisation()).stream()
                .map(in -> content(letter, told, in))
                .toList();
    }

    @Override
    public List<MailContent> sample(Letter letter) {
        LocalDate day = LocalDate.ofInstant(MailPreviews.moment(letter), Finland.ZONE);
        String post = words.text("mail.nomination.samplePost", letter.language());
        String by = words.text("mail.nomination.sampleDecider", letter.language());
        Told told = new Told(
                new SampleRequest(letter, words).request(),
                List.of(new Seated(post, false, true), new Seated(post, true, false)),
                new Appointment(by, day, "12", day.plusDays(7), day.plusYears(4), ""),
                new Weeks(day.plusWeeks(2), day.plusWeeks(4)),
                List.of(letter.address()));
        return List.of(content(letter, told, letter.language()));
    }

    private Told toOrganisation(RequestId id) {
        Request request = requests.find(id).orElseThrow();
        List<Seated> seated = nominees.of(id).stream()
                .filter(one -> one.state() == NomineeState.CURRENT)
                .map(AppointmentLetters::seated)
                .toList();
        return told(request, seated);
    }

    private Told toNominee(Nominee one) {
        return told(requests.find(one.request()).orElseThrow(), List.of(seated(one)));
    }

    private Told told(Request request, List<Seated> seated) {
        return new Told(
                request,
                seated,
                ends.appointment(request.round().id()).orElse(null),
                ends.meeting(request.round().id()).orElse(null),
                letterhead.addresses(request.council()));
    }

    private static Seated seated(Nominee one) {
        return new Seated(one.title().isEmpty() ? one.name() : one.title(), one.deputy(), one.appointed());
    }

    private MailContent content(Letter letter, Told told, Locale in) {
        String key = "mail." + letter.kind();
        Request request = told.request();
        Object[] named = {
            letterhead.council(request.council(), in),
            request.round().body(in),
            request.organisation(in),
            role(told.seated(), in)
        };
        return new MailContent(
                in,
                words.withDiaryNumber(
                        words.text(key + ".subject", in, named), request.round().diaryNumber(), in),
                words.text("mail.greeting.nobody", in),
                words.text(key + ".lead", in, named),
                facts(letter.kind(), told, named, in),
                null,
                words.text(key + ".closing", in),
                null);
    }

    private String role(List<Seated> seated, Locale in) {
        boolean deputy = seated.size() == 1 && seated.get(0).deputy();
        return words.text("mail.nomination.as." + (deputy ? "deputy" : "member"), in);
    }

    private List<Fact> facts(NotificationKind kind, Told told, Object[] named, Locale in) {
        List<Fact> facts = new ArrayList<>();
        facts.add(words.fact("nominationBody", told.request().round().body(in), in));
        facts.add(words.fact("nominationOrganisation", told.request().organisation(in), in));
        if (kind == NotificationKind.NOMINATION_PRIVACY) {
            facts.add(words.fact("privacyController", named[0].toString(), in));
            PRIVACY.forEach(part -> facts.add(
                    words.fact("privacy" + part, words.text("mail.nomination.privacy" + part, in, named), in)));
        } else {
            facts.addAll(decided(kind, told, in));
        }
        if (!told.contacts().isEmpty()) {
            facts.add(words.fact("nominationContact", String.join(", ", told.contacts()), in));
        }
        return facts;
    }

    private List<Fact> decided(NotificationKind kind, Told told, Locale in) {
        Appointment appointment = Objects.requireNonNull(told.appointment(), "appointment");
        List<Fact> facts = new ArrayList<>();
        facts.add(words.fact("nominationDecision", appointment.inWords(dates), in));
        if (kind == NotificationKind.NOMINATION_COMPOSED) {
            facts.add(words.fact("nominationAppointed", appointed(told.seated(), in), in));
        }
        if (kind != NotificationKind.NOMINATION_NOT_APPOINTED) {
            facts.add(words.fact("nominationPeriod", period(appointment), in));
        }
        Weeks meeting = told.meeting();
        if (kind == NotificationKind.NOMINATION_APPOINTED && meeting != null) {
            facts.add(words.fact(
                    "nominationMeeting", dates.date(meeting.from()) + "–" + dates.date(meeting.until()), in));
        }
        return facts;
    }

    private String appointed(List<Seated> seated, Locale in) {
        List<String> posts = seated.stream()
                .filter(Seated::appointed)
                .map(one ->
                        words.text("mail.nomination.seated." + (one.deputy() ? "deputy" : "member"), in, one.post()))
                .toList();
        return posts.isEmpty() ? words.text("mail.nomination.seated.none", in) : String.join("; ", posts);
    }

    private String period(Appointment appointment) {
        LocalDate until = appointment.until();
        return dates.date(appointment.begins()) + "–" + (until == null ? "" : dates.date(until));
    }

    private static long id(Letter letter, String key) {
        return Long.parseLong(Objects.requireNonNull(letter.payload().get(key), key));
    }
}
