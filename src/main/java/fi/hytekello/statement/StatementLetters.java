package fi.hytekello.statement;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.notification.LetterAuthor;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.SiteSettings;
import fi.hytekello.platform.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
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
    private final Municipalities municipalities;
    private final MessageSource messages;
    private final Dates dates;
    private final RoundDeadlines deadlines;
    private final SiteSettings site;

    StatementLetters(
            StatementTable statements,
            RoundTable rounds,
            StatementLinks links,
            Municipalities municipalities,
            MessageSource messages,
            Dates dates,
            RoundDeadlines deadlines,
            SiteSettings site) {
        this.statements = statements;
        this.rounds = rounds;
        this.links = links;
        this.municipalities = municipalities;
        this.messages = messages;
        this.dates = dates;
        this.deadlines = deadlines;
        this.site = site;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(
                NotificationKind.STATEMENT_REQUEST,
                NotificationKind.STATEMENT_REMINDER,
                NotificationKind.STATEMENT_EXTENSION);
    }

    @Override
    public List<MailContent> write(NotificationKind kind, Map<String, String> payload, int year) {
        long id = Long.parseLong(Objects.requireNonNull(payload.get("statement")));
        Statement statement = statements.find(id).orElseThrow();
        Round round = rounds.get(statement.round());
        String link = site.link("/statements/" + links.mint(id));
        return languages(statement.party()).stream()
                .map(in -> content(kind, statement, round, year, link, in))
                .toList();
    }

    private List<Locale> languages(Party party) {
        boolean bilingual = municipalities.languages(party.municipality()).size() > 1;
        Locale own = party.language();
        Locale other = Languages.isSwedish(own) ? Languages.FINNISH : Languages.SWEDISH;
        return bilingual ? List.of(own, other) : List.of(own);
    }

    private MailContent content(
            NotificationKind kind, Statement statement, Round round, int year, String link, Locale in) {
        Party party = statement.party();
        String place = municipalities.get(party.municipality()).name(in);
        String deadline = dates.moment(Objects.requireNonNull(round.dueAt()), in);
        List<MailContent.Fact> facts = new ArrayList<>();
        facts.add(fact("party", party.name(in), in));
        facts.add(fact(
                "document", text("mail.statement.document", in, Integer.toString(year), round.versionNumber()), in));
        facts.add(fact(
                "questions",
                rounds.questions(round.id()).stream()
                        .filter(question -> question.isFor(party.kind()))
                        .map(Question::name)
                        .collect(Collectors.joining("; ")),
                in));
        facts.add(fact("due", deadline, in));
        String why = deadlines.why(round, in);
        if (why != null) {
            facts.add(fact("why", why, in));
        }
        facts.add(new MailContent.Fact(text("mail.fact.municipality", in), place + " " + year));
        return new MailContent(
                in,
                text("mail." + kind + ".subject", in, place, Integer.toString(year), deadline),
                text("mail.greeting.nobody", in),
                text("mail." + kind + ".lead", in, place, deadline),
                facts,
                round.cover().isBlank() ? null : fact("cover", round.cover(), in),
                text("mail.statement.closing", in),
                new MailContent.Fact(text("mail.open.statement", in), link),
                null);
    }

    private MailContent.Fact fact(String label, String value, Locale in) {
        return new MailContent.Fact(text("mail.fact." + label, in), value);
    }

    private String text(String key, Locale in, Object... arguments) {
        return messages.getMessage(key, arguments, in);
    }
}
