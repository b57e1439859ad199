package fi.hytekello.meeting;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.MemberRole;
import fi.hytekello.notification.Attachment;
import fi.hytekello.notification.Letter;
import fi.hytekello.notification.LetterAuthor;
import fi.hytekello.notification.MailContent;
import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.notification.MailWords;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.platform.Dates;
import jakarta.mail.util.ByteArrayDataSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words the mail that brings a meeting's memo, with what was agreed and when the next meeting is. */
@Component
class MemoLetters implements LetterAuthor {

    private final MeetingTable table;
    private final MeetingActions actions;
    private final MemoDocument document;
    private final Bodies bodies;
    private final MailWords words;
    private final Dates dates;

    MemoLetters(
            MeetingTable table,
            MeetingActions actions,
            MemoDocument document,
            Bodies bodies,
            MailWords words,
            Dates dates) {
        this.table = table;
        this.actions = actions;
        this.document = document;
        this.bodies = bodies;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(NotificationKind.MEETING_MEMO);
    }

    @Override
    public List<MailContent> write(Letter letter) {
        MeetingId id = new MeetingId(
                Long.parseLong(Objects.requireNonNull(letter.payload().get("meeting"))));
        Meeting meeting = table.find(id).orElseThrow();
        Locale in = letter.language();
        String body = bodies.get(meeting.keeper(), meeting.body()).name(in);
        Led led = new Led(document.holder(meeting, MemberRole.CHAIR), document.holder(meeting, MemberRole.VICE_CHAIR));
        byte[] pdf = document.pdf(meeting, in);
        Attachment file = new Attachment(
                words.text("meeting.memo.file", in) + ".pdf",
                document.title(meeting, in),
                sha256(pdf),
                new ByteArrayDataSource(pdf, "application/pdf"));
        return List.of(content(letter, body, meeting, led, document.next(meeting), actions.of(id))
                .with(List.of(file)));
    }

    /** Who leads the body since the meeting. */
    private record Led(@Nullable String chair, @Nullable String viceChair) {}

    @Override
    public List<MailContent> sample(Letter letter) {
        SampleMeeting sample = new SampleMeeting(letter, words);
        return List.of(content(
                letter,
                sample.body(),
                sample.held(),
                new Led(null, null),
                dates.date(sample.day().plusMonths(2)),
                sample.actions()));
    }

    private MailContent content(
            Letter letter, String body, Meeting meeting, Led led, @Nullable String next, List<MeetingAction> agreed) {
        Locale in = letter.language();
        String when = dates.moment(Objects.requireNonNull(meeting.startsAt()), in);
        List<Fact> facts = new ArrayList<>();
        add(
                facts,
                "negotiation.mail.fact.time",
                dates.span(Objects.requireNonNull(meeting.startsAt()), Objects.requireNonNull(meeting.endsAt()), in),
                in);
        add(facts, "field.place", meeting.place() == null ? meeting.remoteLink() : meeting.place(), in);
        add(facts, "memberRole.CHAIR", led.chair(), in);
        add(facts, "memberRole.VICE_CHAIR", led.viceChair(), in);
        add(facts, "meeting.next", next, in);
        String lines = agreed.stream().map(this::line).collect(Collectors.joining("\n"));
        return new MailContent(
                in,
                words.text("meeting.mail.memo.subject", in, letter.municipality(), body, when),
                words.greeting(letter),
                words.text("meeting.mail.memo.lead", in, body),
                facts,
                lines.isEmpty() ? null : new Fact(words.text("negotiation.actions", in), lines),
                null,
                null);
    }

    private String line(MeetingAction action) {
        return action.title() + " (" + action.owner() + ", " + dates.date(action.dueOn()) + ")";
    }

    private void add(List<Fact> facts, String label, @Nullable String value, Locale in) {
        if (value != null) {
            facts.add(new Fact(MailWords.capital(words.text(label, in)), value));
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
