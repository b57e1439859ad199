package fi.hytekello.meeting;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.Organisations;
import fi.hytekello.calendar.Finland;
import fi.hytekello.document.Block;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.document.Document;
import fi.hytekello.document.Document.Fact;
import fi.hytekello.document.DocumentRenderer;
import fi.hytekello.document.Format;
import fi.hytekello.document.Section;
import fi.hytekello.document.Text;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.notification.MailWords;
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

/** The memo of a held meeting as PDF/UA; what was written is marked as being in the language of the body's tenant. */
@Component
class MemoDocument {

    private final Bodies bodies;
    private final Organisations organisations;
    private final Memberships memberships;
    private final Municipalities municipalities;
    private final Attendees attendees;
    private final MeetingActions actions;
    private final DocumentRenderer renderer;
    private final MessageSource messages;
    private final Dates dates;

    MemoDocument(
            Bodies bodies,
            Organisations organisations,
            Memberships memberships,
            Municipalities municipalities,
            Attendees attendees,
            MeetingActions actions,
            DocumentRenderer renderer,
            MessageSource messages,
            Dates dates) {
        this.bodies = bodies;
        this.organisations = organisations;
        this.memberships = memberships;
        this.municipalities = municipalities;
        this.attendees = attendees;
        this.actions = actions;
        this.renderer = renderer;
        this.messages = messages;
        this.dates = dates;
    }

    byte[] pdf(Meeting meeting, Locale in) {
        Document document = new Document(
                in,
                municipalities.get(meeting.keeper()).name(in),
                title(meeting, in),
                null,
                "",
                facts(meeting, in),
                sections(meeting, in));
        return renderer.render(document, Format.PDF);
    }

    String title(Meeting meeting, Locale in) {
        return text(
                "meeting.memo.title",
                in,
                bodies.get(meeting.keeper(), meeting.body()).name(in),
                dates.date(held(meeting)));
    }

    /** Who led the body once the meeting had elected; null where nobody does. */
    @Nullable
    String holder(Meeting meeting, MemberRole role) {
        return memberships.on(meeting.body(), held(meeting)).stream()
                .filter(one -> one.content().role() == role)
                .map(one -> one.content().name())
                .findFirst()
                .orElse(null);
    }

    /** When the next meeting is to be, or why there is none; null where another one is under way already. */
    @Nullable
    String next(Meeting meeting) {
        LocalDate next = meeting.nextOn();
        return next == null ? meeting.noNextReason() : dates.date(next);
    }

    private List<Fact> facts(Meeting meeting, Locale in) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "negotiation.mail.fact.time", span(meeting, in), in);
        add(facts, "field.place", meeting.place() == null ? meeting.remoteLink() : meeting.place(), in);
        if (meeting.host() != null) {
            add(
                    facts,
                    "field.host",
                    organisations.get(meeting.keeper(), meeting.host()).name(in),
                    in);
        }
        add(facts, "field.theme", meeting.theme(), in);
        add(facts, "memberRole.CHAIR", holder(meeting, MemberRole.CHAIR), in);
        add(facts, "memberRole.VICE_CHAIR", holder(meeting, MemberRole.VICE_CHAIR), in);
        add(facts, "meeting.next", next(meeting), in);
        return facts;
    }

    private List<Section> sections(Meeting meeting, Locale in) {
        Locale written = municipalities.writingLanguage(meeting.keeper());
        Locale other = written.equals(in) ? null : written;
        List<Attendee> asked = attendees.of(meeting.id());
        List<Section> sections = new ArrayList<>();
        people(sections, "meeting.memo.present", asked, true, in);
        people(sections, "meeting.memo.absent", asked, false, in);
        add(sections, "field.agenda", lines(meeting.agenda(), other), in);
        add(sections, "field.memo", lines(meeting.memo(), other), in);
        List<MeetingAction> agreed = actions.of(meeting.id());
        add(sections, "negotiation.actions", agreed.isEmpty() ? List.of() : List.of(table(agreed, other, in)), in);
        return sections;
    }

    private void people(List<Section> sections, String heading, List<Attendee> asked, boolean there, Locale in) {
        List<Text> names = asked.stream()
                .filter(one -> Boolean.TRUE.equals(one.attended()) == there)
                .map(one -> new Text(one.name(), null))
                .toList();
        add(sections, heading, names.isEmpty() ? List.of() : List.of(new Block.Bullets(names)), in);
    }

    private Block table(List<MeetingAction> agreed, @Nullable Locale other, Locale in) {
        return new Block.Table(
                text("negotiation.actions", in),
                List.of(
                        new Column(text("field.actionTitle", in), 50, false),
                        new Column(text("field.actionOwner", in), 30, false),
                        new Column(text("field.actionDue", in), 20, false)),
                agreed.stream()
                        .map(one -> List.of(
                                new Text(one.title(), other),
                                new Text(one.owner(), other),
                                new Text(dates.date(one.dueOn()), null)))
                        .toList(),
                List.of());
    }

    private static List<Block> lines(@Nullable String text, @Nullable Locale other) {
        Stream<Block> lines = text == null
                ? Stream.of()
                : text.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> new Block.Paragraph(new Text(line.strip(), other)));
        return lines.toList();
    }

    private void add(List<Section> sections, String heading, List<Block> blocks, Locale in) {
        if (!blocks.isEmpty()) {
            sections.add(new Section(1, new Text(text(heading, in), null), blocks));
        }
    }

    private void add(List<Fact> facts, String label, @Nullable String value, Locale in) {
        if (value != null) {
            facts.add(new Fact(MailWords.capital(text(label, in)), new Text(value, null)));
        }
    }

    private String span(Meeting meeting, Locale in) {
        return dates.span(Objects.requireNonNull(meeting.startsAt()), Objects.requireNonNull(meeting.endsAt()), in);
    }

    private static LocalDate held(Meeting meeting) {
        return LocalDate.ofInstant(Objects.requireNonNull(meeting.startsAt()), Finland.ZONE);
    }

    private String text(String key, Locale in, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, in));
    }
}
