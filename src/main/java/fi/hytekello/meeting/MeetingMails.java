package fi.hytekello.meeting;

import fi.hytekello.calendar.Finland;
import fi.hytekello.notification.NotificationKind;
import fi.hytekello.notification.Outbox;
import fi.hytekello.notification.OutsideNotice;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes to those who are asked to a meeting; each call may be repeated, nobody is told the same twice. */
@Service
public class MeetingMails {

    /** Begins the recipients in the outbox. */
    static final String PREFIX = "meeting-attendee-";

    private final MeetingTable table;
    private final Attendees attendees;
    private final MeetingDates dates;
    private final MeetingMessages messages;
    private final Outbox outbox;
    private final Clock clock;

    MeetingMails(
            MeetingTable table,
            Attendees attendees,
            MeetingDates dates,
            MeetingMessages messages,
            Outbox outbox,
            Clock clock) {
        this.table = table;
        this.attendees = attendees;
        this.dates = dates;
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Asks which dates suit those who have not said so of every date; once for each day of answer. */
    @Transactional
    public void askDates(String processInstance) {
        askDates(table.ofProcess(processInstance).orElseThrow());
    }

    void askDates(Meeting meeting) {
        LocalDate due = Objects.requireNonNull(meeting.datesDueOn());
        List<ProposedDate> asked = dates.of(meeting.id());
        outbox.addOutside(attendees.of(meeting.id()).stream()
                .filter(one -> one.email() != null)
                .filter(one -> asked.stream().anyMatch(date -> !date.answers().containsKey(one.id())))
                .map(one -> notice(
                        meeting,
                        one,
                        NotificationKind.MEETING_DATES,
                        "meeting:" + meeting.id(),
                        due,
                        Map.of("attendee", Long.toString(one.id()))))
                .toList());
    }

    /** Invites to the arranged meeting whoever does not know of it as it stands; tells those off the list that it is off. */
    @Transactional
    public void invite(String processInstance) {
        Meeting meeting = table.ofProcess(processInstance).orElseThrow();
        Instant startsAt = Objects.requireNonNull(meeting.startsAt());
        attendees.follow(meeting.id(), LocalDate.ofInstant(startsAt, Finland.ZONE));
        tell(meeting, NotificationKind.MEETING_INVITATION, messages.request(meeting.id()));
        tell(meeting, NotificationKind.MEETING_CANCELLATION, messages.cancel(meeting.id(), false));
    }

    /** Takes all invitations back, where there are any. */
    @Transactional
    public void cancel(String processInstance) {
        Meeting meeting = table.ofProcess(processInstance).orElseThrow();
        tell(meeting, NotificationKind.MEETING_CANCELLATION, messages.cancel(meeting.id(), true));
        outbox.withdraw(Set.of("meeting:" + meeting.id()), NotificationKind.MEETING_DATES);
    }

    private void tell(Meeting meeting, NotificationKind kind, List<MeetingMessage> told) {
        if (told.isEmpty()) {
            return;
        }
        Map<Long, Attendee> all =
                attendees.all(meeting.id()).stream().collect(Collectors.toMap(Attendee::id, one -> one));
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        outbox.addOutside(told.stream()
                .map(message -> notice(
                        meeting,
                        Objects.requireNonNull(all.get(message.attendee())),
                        kind,
                        "meeting-message:" + message.id(),
                        today,
                        Map.of("message", Long.toString(message.id()))))
                .toList());
    }

    private OutsideNotice notice(
            Meeting meeting,
            Attendee attendee,
            NotificationKind kind,
            String subject,
            LocalDate on,
            Map<String, String> payload) {
        return new OutsideNotice(
                PREFIX + attendee.id(),
                Objects.requireNonNull(attendee.email()),
                attendee.language(),
                meeting.keeper(),
                null,
                kind,
                subject,
                on,
                clock.instant(),
                payload);
    }
}
