package fi.hytekello.nomination;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.meeting.BodyMeetings;
import fi.hytekello.meeting.Meeting;
import fi.hytekello.nomination.NominationDeadlines.Weeks;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first meeting of the body that a round composes (R3-11): when it is to be, and that it is begun. */
@Service
public class RoundMeetings {

    /** Members know of a meeting two weeks ahead. */
    private static final int NOTICE = 10;

    private static final int WEEKS = 2;

    private final Rounds rounds;
    private final RoundEnds ends;
    private final NominationDeadlines deadlines;
    private final BodyMeetings meetings;
    private final BusinessDays businessDays;

    RoundMeetings(
            Rounds rounds,
            RoundEnds ends,
            NominationDeadlines deadlines,
            BodyMeetings meetings,
            BusinessDays businessDays) {
        this.rounds = rounds;
        this.ends = ends;
        this.deadlines = deadlines;
        this.meetings = meetings;
        this.businessDays = businessDays;
    }

    /**
     * When it fits, were the composition confirmed today: two to four weeks after the deadline, but not before the
     * members have known of it for ten working days.
     */
    public Weeks suggested(Round round) {
        LocalDate soonest = businessDays.plus(rounds.today(), NOTICE);
        LocalDate due = round.draft().dueOn();
        if (due == null) {
            return new Weeks(soonest, soonest.plusWeeks(WEEKS));
        }
        Weeks meant = deadlines.firstMeeting(due);
        LocalDate from = later(meant.from(), soonest);
        return new Weeks(from, later(meant.until(), from.plusWeeks(WEEKS)));
    }

    /** Whether the body has never met, and no meeting of it is under way: only then does the round begin one. */
    public boolean isFirst(Round round) {
        return meetings.of(round.keeper(), round.body()).stream()
                .allMatch(meeting -> meeting.state() == Meeting.State.NOT_HELD);
    }

    /** What was planned when the composition was confirmed; empty before. */
    public Optional<Weeks> planned(RoundId round) {
        return ends.meeting(round);
    }

    /**
     * Keeps between which days the meeting is to be; nothing where it is not the body's first.
     *
     * @param from first day, Europe/Helsinki; null together with the last for what is suggested
     * @param until last day
     * @throws InvalidInput naming the day that is missing, past or before the other
     */
    @Transactional
    public void plan(RoundId id, @Nullable LocalDate from, @Nullable LocalDate until) {
        Round round = rounds.get(id);
        if (!isFirst(round)) {
            return;
        }
        if (from == null && until == null) {
            ends.planMeeting(id, suggested(round));
            return;
        }
        if (from == null) {
            throw new InvalidInput("firstMeetingFrom", "problem.answer.missing");
        }
        if (!from.isAfter(rounds.today())) {
            throw new InvalidInput("firstMeetingFrom", "problem.nomination.meetingPast");
        }
        if (until == null) {
            throw new InvalidInput("firstMeetingUntil", "problem.answer.missing");
        }
        if (until.isBefore(from)) {
            throw new InvalidInput("firstMeetingUntil", "problem.nomination.meetingPeriod");
        }
        ends.planMeeting(id, new Weeks(from, until));
    }

    /** Begins the meeting, unless the body has one already; safe to call again. */
    @Transactional
    public void begin(RoundId id) {
        Round round = rounds.get(id);
        Weeks when = ends.meeting(id).orElseGet(() -> suggested(round));
        meetings.beginFirst(round.keeper(), round.body(), when.from(), when.until());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
