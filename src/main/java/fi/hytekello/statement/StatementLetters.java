package fi.hytekello.statement;

import fi.hytekello.calendar.Finland;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts a request for a statement into words, each time with a link of its own; in bilingual municipalities in both
 * languages, the party's first (Language Act 423/2003; domain chapter 1.7).
 */
@Component
class StatementLetters implements LetterAuthor {

    private final StatementTable statements;
    private final RoundTable rounds;
    private final StatementLinks links;
    private final Decisions decisions;
    private final Municipalities municipalities;
    private final MailWords words;
    private final Dates dates;
    private final RoundDeadlines deadlines;

    StatementLetters(
            StatementTable statements,
            RoundTable rounds,
            StatementLinks links,
            Decisions decisions,
            Municipalities municipalities,
            MailWords words,
            Dates dates,
            RoundDeadlines deadlines) {
        this.statements = statements;
        this.rounds = rounds;
        this.links = links;
        this.decisions = decisions;
        this.municipalities = municipalities;
        this.words = words;
        this.dates = dates;
        this.deadlines = deadlines;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(
                NotificationKind.STATEMENT_REQUEST,
                NotificationKind.STATEMENT_REMINDER,
                NotificationKind.STATEMENT_EXTENSION);
    }

    @Override
    public List<MailContent> write(Letter letter) {
        long id = Long.parseLong(Objects.requireNonNull(letter.payload().get("statement")));
        Statement statement = statements.find(id).orElseThrow();
        Round round = rounds.get(statement.round());
        Request request = new Request(
                municipalities.get(letter.municipalityCode()),
                statement.party(),
                round,
                rounds.questions(round.id()),
                decisions.diaryNumber(letter.cycle(), Subject.WELFARE_REPORT).orElse(null),
                "/statements/" + links.mint(id));
        return languages(request.party()).stream()
                .map(in -> content(letter, request, deadlines.why(round, in), in))
                .toList();
    }

    @Override
    public List<MailContent> sample(Letter letter) {
        Locale in = letter.language();
        PartyKind kind = PartyKind.OLDER_PEOPLES_COUNCIL;
        Instant due = MailPreviews.moment(letter);
        LocalDate day = LocalDate.ofInstant(due, Finland.ZONE);
        Party party = new Party(
                0,
                letter.municipalityCode(),
                kind,
                MailWords.capital(words.text("partyKind." + kind, Languages.FINNISH)),
                MailWords.capital(words.text("partyKind." + kind, Languages.SWEDISH)),
                letter.address(),
                in,
                "",
                day,
                null,
                1);
        String cover = words.text("mail.sample.cover", in);
        Round round = new Round(0, letter.cycle(), 1, Round.State.OPEN, cover, null, day, due, null, null, null, 1);
        Request request = new Request(
                municipalities.get(letter.municipalityCode()),
                party,
                round,
                List.of(new Question(1, null, words.text("mail.sample.question", in), "")),
                words.text("mail.sample.diaryNumber", in),
                "/statements/" + MailPreviews.SAMPLE);
        return languages(party).stream()
                .map(language -> content(letter, request, null, language))
                .toList();
    }

    /** What one party is asked, and the way to answer. */
    private record Request(
            Municipality place,
            Party party,
            Round round,
            List<Question> questions,
            @Nullable String diaryNumber,
            String link) {

        String named() {
            return questions.stream()
                    .filter(question -> question.isFor(party.kind()))
                    .map(Question::name)
                    .collect(Collectors.joining("; "));
        }
    }

    private List<Locale> languages(Party party) {
        boolean bilingual = municipalities.languages(party.municipality()).size() > 1;
        Locale own = party.language();
        Locale other = Languages.isSwedish(own) ? Languages.FINNISH : Languages.SWEDISH;
        return bilingual ? List.of(own, other) : List.of(own);
    }

    private MailContent content(Letter letter, Request request, @Nullable String why, Locale in) {
        String key = "mail." + letter.kind();
        Round round = request.round();
        String place = request.place().name(in);
        String year = Integer.toString(letter.year());
        String deadline = dates.moment(Objects.requireNonNull(round.dueAt()), in);
        return new MailContent(
                in,
                words.withDiaryNumber(
                        words.text(key + ".subject", in, place, year, deadline), request.diaryNumber(), in),
                words.text("mail.greeting.nobody", in),
                words.text(key + ".lead", in, place, deadline),
                facts(request, year, deadline, why, in),
                round.cover().isBlank() ? null : words.fact("cover", round.cover(), in),
                words.text("mail.statement.closing", in),
                words.link("mail.open.statement", request.link(), in));
    }

    private List<Fact> facts(Request request, String year, String deadline, @Nullable String why, Locale in) {
        int version = request.round().versionNumber();
        List<Fact> facts = new ArrayList<>();
        facts.add(words.fact("party", request.party().name(in), in));
        facts.add(words.fact("document", words.text("mail.statement.document", in, year, version), in));
        facts.add(words.fact("questions", request.named(), in));
        facts.add(words.fact("due", deadline, in));
        if (why != null) {
            facts.add(words.fact("why", why, in));
        }
        facts.add(words.fact("municipality", request.place().name(in) + " " + year, in));
        return facts;
    }
}
