package fi.hytekello.meeting;

import fi.hytekello.body.Bodies;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.NotFound;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the holders of personal links which dates suit them; an answer can be corrected until a date is chosen. */
@Service
public class DatePolls {

    private final MeetingLinks links;
    private final MeetingTable table;
    private final MeetingDates dates;
    private final Bodies bodies;

    DatePolls(MeetingLinks links, MeetingTable table, MeetingDates dates, Bodies bodies) {
        this.links = links;
        this.table = table;
        this.dates = dates;
        this.bodies = bodies;
    }

    /** @throws NotFound when the link is unknown or has expired, or its holder is not asked any more */
    public DatePoll of(String token) {
        MeetingLinks.Asked asked = links.asked(token);
        Meeting meeting = table.find(asked.meeting()).orElseThrow();
        return new DatePoll(
                bodies.get(meeting.keeper(), meeting.body()),
                asked.attendee(),
                meeting.state() == Meeting.State.PREPARING,
                meeting.datesDueOn(),
                dates.of(meeting.id()));
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
}
