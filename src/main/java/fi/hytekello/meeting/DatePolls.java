package fi.hytekello.meeting;

import fi.hytekello.body.Bodies;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the holders of personal links which dates suit them, and then whether they come; an answer can be corrected until
 * a date is chosen, or until the meeting begins.
 */
@Service
public class DatePolls {

    private final MeetingLinks links;
    private final MeetingTable table;
    private final MeetingDates dates;
    private final Attendees attendees;
    private final Hindrances hindrances;
    private final Bodies bodies;
    private final Clock clock;

    DatePolls(
            MeetingLinks links,
            MeetingTable table,
            MeetingDates dates,
            Attendees attendees,
            Hindrances hindrances,
            Bodies bodies,
            Clock clock) {
        this.links = links;
        this.table = table;
        this.dates = dates;
        this.attendees = attendees;
        this.hindrances = hindrances;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** @throws NotFound when the link is unknown or has expired, or its holder is not asked any more */
    public DatePoll of(String token) {
        MeetingLinks.Asked asked = links.asked(token);
        Meeting meeting = table.find(asked.meeting()).orElseThrow();
        Attendee attendee =
                attendees.find(meeting.keeper(), List.of(asked.attendee())).get(0);
        return new DatePoll(
                bodies.get(meeting.keeper(), meeting.body()),
                asked.attendee(),
                attendee.language(),
                meeting.state(),
                meeting.datesDueOn(),
                asked(meeting),
                hindrances.mayStillChange(meeting) ? invited(meeting, attendee) : null);
    }

    /** Those to come of a meeting that has none yet. */
    private List<ProposedDate> asked(Meeting meeting) {
        return meeting.state() != Meeting.State.PREPARING || meeting.datesDueOn() == null
                ? List.of()
                : dates.of(meeting.id()).stream()
                        .filter(date -> date.startsAt().isAfter(clock.instant()))
                        .toList();
    }

    private static DatePoll.Invited invited(Meeting meeting, Attendee attendee) {
        return new DatePoll.Invited(
                Objects.requireNonNull(meeting.startsAt()),
                Objects.requireNonNull(meeting.endsAt()),
                meeting.place(),
                meeting.remoteLink(),
                attendee.hindered());
    }

    /**
     * @throws NotFound as in {@link #of}
     * @throws Conflict when the time has been chosen already
     */
    @Transactional
    public void answer(String token, List<MeetingDates.Answer> answers) {
        DatePoll poll = of(token);
        if (!poll.open()) {
            throw new Conflict("problem.meeting.chosen");
        }
        MeetingId meeting = links.asked(token).meeting();
        dates.answer(
                meeting,
                answers.stream()
                        .filter(answer -> answer.attendee() == poll.attendee())
                        .toList());
    }

    /**
     * Whether the holder cannot come; a deputy of the organisation is then invited.
     *
     * @throws NotFound as in {@link #of}
     * @throws Conflict when the meeting has begun, or has no time any more
     */
    @Transactional
    public void tell(String token, boolean hindered) {
        MeetingLinks.Asked asked = links.asked(token);
        hindrances.tell(table.find(asked.meeting()).orElseThrow(), asked.attendee(), hindered);
    }
}
