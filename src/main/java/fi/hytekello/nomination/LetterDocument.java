package fi.hytekello.nomination;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.Contact;
import fi.hytekello.document.Block;
import fi.hytekello.document.Document;
import fi.hytekello.document.Document.Fact;
import fi.hytekello.document.Section;
import fi.hytekello.document.Text;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.platform.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a letter says, in the order in which it is read. */
@Component
class LetterDocument {

    private final Bodies bodies;
    private final Municipalities municipalities;
    private final RoundRequests requests;
    private final RoundTexts texts;
    private final Letterhead letterhead;
    private final MessageSource messages;
    private final Dates dates;

    LetterDocument(
            Bodies bodies,
            Municipalities municipalities,
            RoundRequests requests,
            RoundTexts texts,
            Letterhead letterhead,
            MessageSource messages,
            Dates dates) {
        this.bodies = bodies;
        this.municipalities = municipalities;
        this.requests = requests;
        this.texts = texts;
        this.letterhead = letterhead;
        this.messages = messages;
        this.dates = dates;
    }

    /**
     * @param day the letter's date
     * @param draft marks it as one that has not been approved
     */
    Document of(Round round, Locale in, LocalDate day, boolean draft) {
        Body body = bodies.get(round.keeper(), round.body());
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("nomination.letter.date", dates.date(day), in));
        if (!round.draft().diaryNumber().isEmpty()) {
            facts.add(fact("nomination.letter.diary", round.draft().diaryNumber(), in));
        }
        String name = municipalities.get(round.keeper()).name(in);
        return new Document(
                in,
                name,
                title(body.name(in), in),
                draft ? text("nomination.letter.draft", in) : null,
                "",
                facts,
                sections(round, body, name, draft, in));
    }

    String title(String body, Locale in) {
        return text("nomination.letter.title", in, body);
    }

    private List<Section> sections(Round round, Body body, String council, boolean unapproved, Locale in) {
        RoundDraft draft = round.draft();
        Map<String, String> titles = texts.titles(round.keeper(), in);
        List<AskedOrganisation> asked = requests.of(round.id());
        List<Section> sections = new ArrayList<>();
        sections.add(section("request", in, paragraphs(Languages.isSwedish(in) ? draft.textSv() : draft.textFi())));
        if (!body.task(in).isEmpty()) {
            sections.add(section("task", in, paragraphs(body.task(in))));
        }
        sections.add(section("seats", in, List.of(seats(asked, in))));
        sections.add(section("answer", in, answer(round, council, in)));
        sections.add(section(
                "meeting", in, List.of(paragraph(text("nomination.letter.meetingText", in, draft.firstMeeting())))));
        if (!body.content().contacts().isEmpty()) {
            sections.add(section("contacts", in, List.of(contacts(body.content().contacts(), titles))));
        }
        sections.add(section("signatures", in, signatures(draft, titles, unapproved, in)));
        if (draft.clauses().contains(RoundClause.PRIVACY)) {
            sections.add(section(
                    "appendices", in, List.of(bullets(Stream.of(text("nomination.letter.appendix.privacy", in))))));
            sections.add(section("privacy", in, paragraphs(text("nomination.letter.privacyText", in, council))));
        }
        return sections;
    }

    private List<Block> answer(Round round, String council, Locale in) {
        RoundDraft draft = round.draft();
        List<Block> blocks = new ArrayList<>();
        LocalDate due = draft.dueOn();
        if (due != null) {
            blocks.add(new Block.Labelled(
                    text("nomination.letter.due", in), plain(dates.moment(texts.closing(round.keeper(), due), in))));
        }
        blocks.add(paragraph(text("nomination.letter.how", in, council)));
        List<String> addresses = letterhead.addresses(round.keeper());
        if (!addresses.isEmpty()) {
            blocks.add(paragraph(text("nomination.letter.addresses", in, String.join(", ", addresses))));
        }
        List<String> clauses = Arrays.stream(RoundClause.values())
                .filter(draft.clauses()::contains)
                .map(clause -> text("nomination.letter.clause." + clause, in))
                .toList();
        if (!clauses.isEmpty()) {
            blocks.add(paragraph(text("nomination.letter.consider", in)));
            blocks.add(bullets(clauses.stream()));
        }
        return blocks;
    }

    private Block seats(List<AskedOrganisation> asked, Locale in) {
        return new Block.Table(
                text("nomination.letter.seats.caption", in),
                List.of(
                        new Block.Table.Column(text("nomination.letter.organisation", in), 56, false),
                        new Block.Table.Column(text("nomination.letter.members", in), 22, true),
                        new Block.Table.Column(text("nomination.letter.deputies", in), 22, false)),
                asked.stream()
                        .map(one -> List.of(
                                plain(one.name(in)),
                                plain(one.seats()),
                                plain(text("nomination.letter.deputies." + one.deputies(), in))))
                        .toList(),
                List.of());
    }

    private static Block contacts(List<Contact> contacts, Map<String, String> titles) {
        return bullets(contacts.stream()
                .map(one -> Stream.of(
                                titled(one.title(), titles), Objects.requireNonNullElse(one.email(), ""), one.phone())
                        .filter(part -> !part.isEmpty())
                        .reduce((left, right) -> left + ", " + right)
                        .orElse("")));
    }

    /** That it is approved stands in no draft. */
    private List<Block> signatures(RoundDraft draft, Map<String, String> titles, boolean unapproved, Locale in) {
        Block both = bullets(Stream.of(draft.signatoryOne(), draft.signatoryTwo())
                .filter(one -> !one.isEmpty())
                .map(one -> titled(one, titles)));
        return unapproved ? List.of(both) : List.of(both, paragraph(text("nomination.letter.approved", in)));
    }

    /** What was written, in the letter's language where it is the title of one of the council's people. */
    private static String titled(String written, Map<String, String> titles) {
        return titles.getOrDefault(written, written);
    }

    private Section section(String name, Locale in, List<Block> blocks) {
        return new Section(1, plain(text("nomination.letter." + name, in)), blocks);
    }

    private static List<Block> paragraphs(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(LetterDocument::paragraph)
                .toList();
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(plain(text.strip()));
    }

    private static Block bullets(Stream<String> items) {
        return new Block.Bullets(items.map(LetterDocument::plain).toList());
    }

    private Fact fact(String label, String value, Locale in) {
        return new Fact(text(label, in), plain(value));
    }

    private static Text plain(String text) {
        return new Text(text, null);
    }

    private String text(String key, Locale in, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, in));
    }
}
