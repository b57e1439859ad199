package fi.hytekello.nomination;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.Attachment;
import fi.hytekello.notification.Letter;
import fi.hytekello.notification.LetterAuthor;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.notification.MailPreviews;
import fi.hytekello.notification.MailWords;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.platform.Dates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
            NotificationKind.NOMINATION_RECEIVED);

    private static final Set<NotificationKind> BRING_THE_LETTER =
            Set.of(NotificationKind.NOMINATION_REQUEST, NotificationKind.NOMINATION_COPY);

    private final RoundLetters roundLetters;
    private final RequestTable requests;
    private final RequestLinks links;
    private final Organisations organisations;
    private final Municipalities municipalities;
    private final People people;
    private final MailWords words;
    private final Dates dates;

    RequestLetters(
            RoundLetters roundLetters,
            RequestTable requests,
            RequestLinks links,
            Organisations organisations,
            Municipalities municipalities,
            People people,
            MailWords words,
            Dates dates) {
        this.roundLetters = roundLetters;
        this.requests = requests;
        this.links = links;
        this.organisations = organisations;
        this.municipalities = municipalities;
        this.people = people;
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
        Asked asked = new Asked(request, others(request.council()), link);
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
        Instant due = MailPreviews.moment(letter);
        String body = words.text("mail.nomination.sampleBody", Languages.FINNISH);
        String bodySv = words.text("mail.nomination.sampleBody", Languages.SWEDISH);
        String name = words.text("mail.nomination.sampleOrganisation", Languages.FINNISH);
        String nameSv = words.text("mail.nomination.sampleOrganisation", Languages.SWEDISH);
        Request request = new Request(
                new RequestId(0),
                letter.municipalityCode(),
                new OrganisationId(0),
                name,
                nameSv,
                new Request.Round(
                        new RoundId(0),
                        body,
                        bodySv,
                        words.text("mail.nomination.sampleText", Languages.FINNISH),
                        words.text("mail.nomination.sampleText", Languages.SWEDISH),
                        words.text("mail.sample.diaryNumber", letter.language()),
                        true,
                        false),
                new Request.Seats(1, 1, true),
                RequestState.SENT,
                LocalDate.ofInstant(due, Finland.ZONE),
                due,
                null,
                false,
                new Request.Decision("", null, ""),
                null,
                null,
                null,
                null,
                0);
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

    /** A letter, too, finds the council: its registry, and its coordinator for information (R3-10). */
    private List<String> others(MunicipalityCode council) {
        return Stream.of(Role.REGISTRY, Role.REGIONAL_COORDINATOR)
                .flatMap(role -> people.inGroups(council, List.of(role.group(null))).stream())
                .map(Person::email)
                .distinct()
                .toList();
    }

    private List<Locale> languages(Letter letter, Request request) {
        Locale own = letter.language();
        if (payload(letter, "to").equals("council")) {
            return List.of(own);
        }
        MunicipalityCode represents =
                organisations.get(request.council(), request.organisation()).represents();
        boolean bilingual = Stream.of(request.council(), represents)
                .filter(Objects::nonNull)
                .anyMatch(place -> municipalities.languages(place).size() > 1);
        Locale other = Languages.isSwedish(own) ? Languages.FINNISH : Languages.SWEDISH;
        return bilingual ? List.of(own, other) : List.of(own);
    }

    private MailContent content(Letter letter, Asked asked, Locale in) {
        String key = "mail." + letter.kind();
        Request request = asked.request();
        String council = municipalities.get(request.council()).name(in);
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
