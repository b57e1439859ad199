package fi.hytekello.meeting;

import fi.hytekello.body.BodyId;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When the work for a meeting is due. */
@Component
public class MeetingDeadlines {

    /** The shortest time that any work gets (domain chapter 2.5, row 17). */
    private static final int SHORTEST = 5;

    /** Members know of a meeting two weeks ahead. */
    private static final int AHEAD = 10;

    private final MeetingTable table;
    private final BodyMeetings meetings;
    private final BusinessDays businessDays;

    MeetingDeadlines(MeetingTable table, BodyMeetings meetings, BusinessDays businessDays) {
        this.table = table;
        this.meetings = meetings;
        this.businessDays = businessDays;
    }

    /**
     * When a preparation that begins now is due: the day after the members have answered which dates suit them, where
     * they are asked; else two weeks before the day that the last meeting meant, but not at once.
     *
     * @param processInstance of the meeting, whose row may not be there yet
     */
    public LocalDate prepareBy(String processInstance, BodyId body) {
        LocalDate today = meetings.today();
        Optional<LocalDate> answered = table.ofProcess(processInstance)
                .map(Meeting::datesDueOn)
                .filter(due -> !due.isBefore(today))
                .map(due -> businessDays.plus(due, 1));
        LocalDate soonest = businessDays.plus(today, SHORTEST);
        return answered.orElseGet(() -> meetings.meant(body)
                .map(day -> businessDays.minus(day, AHEAD))
                .filter(day -> day.isAfter(soonest))
                .orElse(soonest));
    }

    /** When the memo of an arranged meeting is due: five working days after it. */
    public LocalDate recordBy(String processInstance) {
        Instant startsAt =
                table.ofProcess(processInstance).map(Meeting::startsAt).orElse(null);
        LocalDate held = startsAt == null ? meetings.today() : LocalDate.ofInstant(startsAt, Finland.ZONE);
        return businessDays.plus(held, SHORTEST);
    }
}
