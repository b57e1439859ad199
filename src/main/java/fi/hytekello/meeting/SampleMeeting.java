package fi.hytekello.meeting;

import fi.hytekello.body.BodyId;
import fi.hytekello.calendar.Finland;
import fi.hytekello.notification.Letter;
import fi.hytekello.notification.MailPreviews;
import fi.hytekello.notification.MailWords;
import fi.hytekello.notification.NotificationKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A meeting as a body might hold it, for the preview of its mails. */
record SampleMeeting(Letter letter, MailWords words) {

    private static final Duration LENGTH = Duration.ofHours(2);

    MeetingLetters.Told told() {
        boolean cancelled = letter.kind() == NotificationKind.MEETING_CANCELLATION;
        Instant end = MailPreviews.moment(letter);
        MeetingMessage message = new MeetingMessage(
                0,
                new MeetingId(0),
                0,
                0,
                cancelled ? MeetingMessage.Method.CANCEL : MeetingMessage.Method.REQUEST,
                end.minus(LENGTH),
                end,
                text("place"),
                null);
        return new MeetingLetters.Told(
                text("body"),
                meeting(message, cancelled),
                message,
                null,
                false,
                cancelled ? null : "/date-polls/" + MailPreviews.SAMPLE,
                new MeetingLetters.Organiser(letter.municipality(), letter.address()));
    }

    String body() {
        return text("body");
    }

    List<ProposedDate> dates() {
        Instant end = MailPreviews.moment(letter);
        Duration week = Duration.ofDays(7);
        return List.of(
                new ProposedDate(1, end.minus(LENGTH), end, Map.of()),
                new ProposedDate(2, end.plus(week).minus(LENGTH), end.plus(week), Map.of()));
    }

    /** The same, when it has been held. */
    Meeting held() {
        return told().meeting();
    }

    LocalDate day() {
        return LocalDate.ofInstant(MailPreviews.moment(letter), Finland.ZONE);
    }

    List<MeetingAction> actions() {
        return List.of(new MeetingAction(1, text("action"), text("owner"), day().plusWeeks(3), null, null, 0));
    }

    private Meeting meeting(MeetingMessage message, boolean cancelled) {
        return new Meeting(
                message.meeting(),
                new BodyId(0),
                letter.municipalityCode(),
                cancelled ? Meeting.State.NOT_HELD : Meeting.State.ARRANGED,
                message.startsAt(),
                message.endsAt(),
                message.place(),
                null,
                null,
                text("theme"),
                text("agenda"),
                null,
                cancelled ? text("reason") : null,
                null,
                null,
                null,
                0);
    }

    private String text(String key) {
        return words.text("meeting.mail.sample." + key, letter.language());
    }
}
