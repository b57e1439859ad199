package fi.hytekello.nomination;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.Composition;
import fi.hytekello.body.CompositionFinding;
import fi.hytekello.body.GenderCount;
import fi.hytekello.document.Block;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.document.Document;
import fi.hytekello.document.Document.Fact;
import fi.hytekello.document.Section;
import fi.hytekello.document.Text;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.platform.Dates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the statement on the balance of women and men says: numbers alone, of members and deputies apart (Act 609/1986
 * § 4a; KHO 1997:49; domain chapter 1.4).
 */
@Component
class QuotaDocument {

    private final Bodies bodies;
    private final Municipalities municipalities;
    private final RoundRequests requests;
    private final MessageSource messages;
    private final Dates dates;

    QuotaDocument(
            Bodies bodies, Municipalities municipalities, RoundRequests requests, MessageSource messages, Dates dates) {
        this.bodies = bodies;
        this.municipalities = municipalities;
        this.requests = requests;
        this.messages = messages;
        this.dates = dates;
    }

    /** @param appointment null while nothing is decided: then it is marked as a draft */
    Document of(Round round, Composition composition, @Nullable Appointment appointment, LocalDate today, Locale in) {
        Body body = bodies.get(round.keeper(), round.body());
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("body", body.name(in), in));
        facts.add(fact("date", dates.date(today), in));
        if (appointment != null) {
            facts.add(fact("decision", appointment.inWords(dates), in));
        }
        if (!round.draft().diaryNumber().isEmpty()) {
            facts.add(fact("diary", round.draft().diaryNumber(), in));
        }
        return new Document(
                in,
                municipalities.get(round.keeper()).name(in),
                text("title", in),
                appointment == null ? text("draft", in) : null,
                "",
                facts,
                sections(round, body, composition, appointment, in));
    }

    private List<Section> sections(
            Round round, Body body, Composition composition, @Nullable Appointment appointment, Locale in) {
        String reason = appointment == null ? "" : appointment.quotaReason();
        List<Section> sections = new ArrayList<>();
        sections.add(section(
                "balance", in, List.of(table(composition, in), new Block.Note(plain(text("arithmetic", in))))));
        sections.add(
                section("rule", in, paragraphs(text("rule." + body.content().quota(), in))));
        if (!reason.isEmpty()) {
            sections.add(section("reason", in, paragraphs(reason)));
        }
        sections.add(section("asked", in, asked(round, in)));
        sections.add(section("privacy", in, paragraphs(text("privacyText", in))));
        return sections;
    }

    private List<Block> asked(Round round, Locale in) {
        List<AskedOrganisation> asked = requests.of(round.id());
        long named = asked.stream().filter(one -> one.named() > 0).count();
        String both = round.draft().clauses().contains(RoundClause.GENDERS) ? "askedBoth" : "askedNotBoth";
        Stream<String> lone = asked.stream()
                .filter(one -> !one.loneReason().isEmpty())
                .map(one -> text("loneReason", in, one.name(in), one.loneReason()));
        return Stream.concat(Stream.of(text("askedText", in, asked.size(), named), text(both, in)), lone)
                .map(QuotaDocument::paragraph)
                .toList();
    }

    private Block table(Composition composition, Locale in) {
        List<List<Text>> rows = new ArrayList<>();
        rows.add(row("members", composition.members(), composition.membersQuota(), in));
        if (composition.deputies().size() > 0) {
            rows.add(row("deputies", composition.deputies(), composition.deputiesQuota(), in));
        }
        return new Block.Table(
                text("caption", in),
                List.of(
                        new Column(text("who", in), 20, false),
                        new Column(text("women", in), 12, true),
                        new Column(text("men", in), 12, true),
                        new Column(text("notStated", in), 16, true),
                        new Column(text("required", in), 16, true),
                        new Column(text("finding", in), 24, false)),
                rows,
                List.of());
    }

    private List<Text> row(String who, GenderCount count, CompositionFinding finding, Locale in) {
        return Stream.of(
                        message("composition." + who, in),
                        Integer.toString(count.women()),
                        Integer.toString(count.men()),
                        Integer.toString(count.notStated()),
                        Integer.toString(count.required()),
                        message("composition.reason." + finding.reason(), in))
                .map(QuotaDocument::plain)
                .toList();
    }

    private Section section(String name, Locale in, List<Block> blocks) {
        return new Section(1, plain(text("section." + name, in)), blocks);
    }

    private static List<Block> paragraphs(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(QuotaDocument::paragraph)
                .toList();
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(plain(text.strip()));
    }

    private Fact fact(String label, String value, Locale in) {
        return new Fact(text("fact." + label, in), plain(value));
    }

    private static Text plain(String text) {
        return new Text(text, null);
    }

    private String text(String key, Locale in, Object... arguments) {
        return message("nomination.quota." + key, in, arguments);
    }

    private String message(String key, Locale in, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, in));
    }
}
