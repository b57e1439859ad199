package fi.hytekello.consultation;

import fi.hytekello.calendar.Finland;
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

/** What the summary of a consultation says: who was heard and how, the conclusions, the views question by question. */
@Component
class SummaryDocument {

    private final ConsultationTexts texts;
    private final Municipalities municipalities;
    private final MessageSource messages;
    private final Dates dates;

    SummaryDocument(ConsultationTexts texts, Municipalities municipalities, MessageSource messages, Dates dates) {
        this.texts = texts;
        this.municipalities = municipalities;
        this.messages = messages;
        this.dates = dates;
    }

    /** Marked as a draft until the summary is made. */
    Document of(Consultation consultation, List<Contact> contacts, Locale in) {
        Locale written = texts.language(consultation.keeper());
        Writing writing = new Writing(in, written.getLanguage().equals(in.getLanguage()) ? null : written);
        return new Document(
                in,
                municipalities.get(consultation.keeper()).name(in),
                text("title", in, consultation.title()),
                consultation.isDone() ? null : text("draft", in),
                message("document.contents", in),
                facts(consultation, contacts, in),
                sections(consultation, contacts, writing));
    }

    /**
     * The languages of a document.
     *
     * @param written that in which the views were noted, where it is not the document's own
     */
    private record Writing(Locale in, @Nullable Locale written) {

        Text noted(String text) {
            return new Text(text, written);
        }
    }

    private List<Fact> facts(Consultation consultation, List<Contact> contacts, Locale in) {
        List<Fact> facts = new ArrayList<>();
        String body = consultation.bodyName(in);
        if (body != null) {
            facts.add(fact("body", body, in));
        }
        facts.add(fact("period", dates.date(consultation.firstDay()) + "–" + dates.date(consultation.lastDay()), in));
        long heard = contacts.stream()
                .filter(one -> one.state() == ContactState.HEARD)
                .count();
        facts.add(fact("heard", text("heardOf", in, heard, contacts.size()), in));
        if (consultation.summarisedAt() != null) {
            LocalDate made = LocalDate.ofInstant(consultation.summarisedAt(), Finland.ZONE);
            facts.add(fact("made", dates.date(made), in));
        }
        return facts;
    }

    private List<Section> sections(Consultation consultation, List<Contact> contacts, Writing writing) {
        Locale in = writing.in();
        List<Section> sections = new ArrayList<>();
        if (!consultation.conclusions().isEmpty()) {
            sections.add(section("conclusions", in, paragraphs(consultation.conclusions(), writing)));
        }
        sections.add(section("standing", in, List.of(table(contacts, writing))));
        sections.add(section("views", in, List.of()));
        ViewGroup.of(consultation, contacts).stream()
                .map(group -> section(group, writing))
                .forEach(sections::add);
        return sections;
    }

    private Section section(ViewGroup group, Writing writing) {
        Locale in = writing.in();
        Text heading = group.topic() == ViewGroup.Topic.QUESTION
                ? writing.noted(group.question())
                : plain(message("consultation.topic." + group.topic(), in));
        List<Block> said = group.said().stream()
                .flatMap(one -> named(one.contact().name(in), one.text(), writing))
                .toList();
        return new Section(
                2, heading, said.isEmpty() ? List.of(new Block.Paragraph(plain(text("noViews", in)))) : said);
    }

    private Block table(List<Contact> contacts, Writing writing) {
        Locale in = writing.in();
        return new Block.Table(
                text("caption", in),
                List.of(
                        new Column(text("municipality", in), 24, false),
                        new Column(text("state", in), 22, false),
                        new Column(text("means", in), 16, false),
                        new Column(text("day", in), 14, false),
                        new Column(text("post", in), 24, false)),
                contacts.stream().map(one -> row(one, writing)).toList(),
                List.of());
    }

    private List<Text> row(Contact contact, Writing writing) {
        Locale in = writing.in();
        ContactNotes notes = contact.notes();
        boolean heard = contact.state() == ContactState.HEARD;
        return List.of(
                plain(contact.name(in)),
                plain(message("contact.state." + contact.state(), in)),
                plain(heard && notes.means() != null ? message("contact.means." + notes.means(), in) : "–"),
                plain(heard && notes.heardOn() != null ? dates.date(notes.heardOn()) : "–"),
                heard ? writing.noted(notes.post()) : plain("–"));
    }

    private static Stream<Block> named(String municipality, String said, Writing writing) {
        List<String> lines = lines(said);
        Block first = new Block.Labelled(municipality + ":", writing.noted(lines.get(0)));
        return Stream.concat(
                Stream.of(first), lines.stream().skip(1).map(line -> new Block.Paragraph(writing.noted(line))));
    }

    private static List<Block> paragraphs(String text, Writing writing) {
        return lines(text).stream()
                .<Block>map(line -> new Block.Paragraph(writing.noted(line)))
                .toList();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private Section section(String name, Locale in, List<Block> blocks) {
        return new Section(1, plain(text("section." + name, in)), blocks);
    }

    private Fact fact(String label, String value, Locale in) {
        return new Fact(text("fact." + label, in), plain(value));
    }

    private static Text plain(String text) {
        return new Text(text, null);
    }

    private String text(String key, Locale in, Object... arguments) {
        return message("consultation.summary." + key, in, arguments);
    }

    private String message(String key, Locale in, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, in));
    }
}
