package fi.hytekello.nomination;

import fi.hytekello.notification.Attachment;
import fi.hytekello.notification.Letter;
import fi.hytekello.notification.LetterAuthor;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.notification.MailPreviews;
import fi.hytekello.notification.MailWords;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.platform.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Words the mails about requests, each with a link of its own for those who answer; in both languages where the council
 * or the organisation is bilingual, the organisation's first (Language Act 423/2003; domain chapter 1.7).
 */
@Component
class RequestLetters implements LetterAuthor {

    private static final Set<NotificationKind> KINDS = Set.of(
            NotificationKind.NOMINATION_REQUEST,
            NotificationKind.NOMINATION_COPY,
            NotificationKind.NOMINATION_REMINDER,
            NotificationKind.NOMINATION_EXTENSION,
            NotificationKind.NOMINATION_REOPENED,
            NotificationKind.NOMINATION_ESCALATION,
            NotificationKind.NOMINATION_RECEIVED,
            NotificationKind.NOMINATION_ASKED_AGAIN);

    private static final Set<NotificationKind> BRING_THE_LETTER =
            Set.of(NotificationKind.NOMINATION_REQUEST, NotificationKind.NOMINATION_COPY);

    private final RoundLetters roundLetters;
    private final RequestTable requests;
    private final RequestLinks links;
    private final Letterhead letterhead;
    private final MailWords words;
    private final Dates dates;

    RequestLetters(
            RoundLetters roundLetters,
            RequestTable requests,
            RequestLinks links,
            Letterhead letterhead,
            MailWords words,
            Dates dates) {
        this.roundLetters = roundLetters;
        this.requests = requests;
        this.links = links;
        this.letterhead = letterhead;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return KINDS;
    }

    @Override
    public List<MailContent> write(Letter letter) {
        RequestId id = new RequestId(Long.parseLong(payload(letter, "request")));
        Request request = requests.find(id).orElseThrow();
        String link = answers(letter) ? "/nominate/" + links.mint(id) : null;
        if (payload(letter, "to").equals("council")) {
            link = "/nomination-requests/" + id;
        }
        Asked asked = new Asked(request, letterhead.addresses(request.council()), link);
        List<Locale> languages = languages(letter, request);
        List<Attachment> files = BRING_THE_LETTER.contains(letter.kind())
                ? roundLetters.attachments(request.round(), languages)
                : List.of();
        return languages.stream()
                .map(in -> content(letter, asked, in).with(files))
                .toList();
    }

    @Override
    public List<MailContent> sample(Letter letter) {
        Request request = new SampleRequest(letter, words).request();
        String link = letter.kind() == NotificationKind.NOMINATION_COPY ? null : "/nominate/" + MailPreviews.SAMPLE;
        return List.of(content(letter, new Asked(request, List.of(letter.address()), link), letter.language()));
    }

    /** @param link null for those who only are to know */
    private record Asked(
            Request request,
            List<String> otherAddresses,
            @Nullable String link) {}

    /** Those who are to know get no link: what comes through one counts as the organisation's own. */
    private static boolean answers(Letter letter) {
        return letter.kind() != NotificationKind.NOMINATION_COPY
                && !(payload(letter, "to").equals("expert") && letter.kind() == NotificationKind.NOMINATION_RECEIVED);
    }

    private List<Locale> languages(Letter letter, Request request) {
        return payload(letter, "to").equals("council")
                ? List.of(letter.language())
                : letterhead.languages(letter.language(), request.council(), request.organisation());
    }

    private MailContent content(Letter letter, Asked asked, Locale in) {
        String key = "mail." + letter.kind();
        Request request = asked.request();
        String council = letterhead.council(request.council(), in);
        String body = request.round().body(in);
        String organisation = request.organisation(in);
        String deadline = dates.moment(request.due(), in);
        String outcome = letter.kind() == NotificationKind.NOMINATION_RECEIVED ? outcome(letter, in) : "";
        boolean withText = letter.kind() == NotificationKind.NOMINATION_REQUEST
                || letter.kind() == NotificationKind.NOMINATION_COPY;
        String text = request.round().text(in);
        return new MailContent(
                in,
                words.withDiaryNumber(
                        words.text(key + ".subject", in, council, body, deadline, organisation) + " ["
                                + request.reference() + "]",
                        request.round().diaryNumber(),
                        in),
                words.text("mail.greeting.nobody", in),
                words.text(key + ".lead", in, council, body, deadline, organisation) + outcome,
                facts(asked, deadline, in),
                withText && !text.isBlank() ? words.fact("nominationText", text, in) : null,
                words.text(asked.link() == null ? "mail.nomination.closing.copy" : closing(letter), in),
                asked.link() == null ? null : words.link(openLabel(asked.link()), asked.link(), in));
    }

    private static String closing(Letter letter) {
        return letter.kind() == NotificationKind.NOMINATION_RECEIVED
                ? "mail.nomination.closing.received"
                : "mail.nomination.closing";
    }

    private static String openLabel(String link) {
        return link.startsWith("/nominate/") ? "mail.open.nomination" : "mail.open.nominationRequest";
    }

    private String outcome(Letter letter, Locale in) {
        String outcome = letter.payload().getOrDefault("outcome", RequestMails.Outcome.GIVEN.name());
        return " " + words.text("mail.nomination.outcome." + outcome, in);
    }

    private List<Fact> facts(Asked asked, String deadline, Locale in) {
        Request request = asked.request();
        List<Fact> facts = new ArrayList<>();
        facts.add(words.fact("nominationOrganisation", request.organisation(in), in));
        facts.add(words.fact("nominationBody", request.round().body(in), in));
        facts.add(words.fact("nominationSeats", seats(request.seats(), in), in));
        facts.add(words.fact("due", deadline, in));
        facts.add(words.fact("nominationReference", request.reference(), in));
        if (!asked.otherAddresses().isEmpty()) {
            facts.add(words.fact(
                    "nominationOtherWays", asked.otherAddresses().stream().collect(Collectors.joining(", ")), in));
        }
        return facts;
    }

    private String seats(Request.Seats seats, Locale in) {
        String key = seats.deputies() ? "mail.nomination.seatsWithDeputies" : "mail.nomination.seats";
        return words.text(key, in, seats.max());
    }

    private static String payload(Letter letter, String key) {
        return Objects.requireNonNull(letter.payload().get(key), key);
    }
}
