package fi.hytekello.meeting.process;

import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.meeting.BodyYears;
import fi.hytekello.meeting.MeetingDeadlines;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Whose the tasks of a body are and when they are due, as its tenant's office closes; no year's calendar knows them. */
@Component("bodyTimes")
public class BodyTimes {

    private final MeetingDeadlines deadlines;
    private final BodyYears years;
    private final Municipalities municipalities;
    private final Mornings mornings;

    BodyTimes(MeetingDeadlines deadlines, BodyYears years, Municipalities municipalities, Mornings mornings) {
        this.deadlines = deadlines;
        this.years = years;
        this.municipalities = municipalities;
        this.mornings = mornings;
    }

    /** The group whose task it is: the keeper of the body. */
    public String handlers(DelegateExecution execution) {
        return place(execution).coordinator().group(null);
    }

    /** When a meeting's preparation that begins now is due. */
    public Date preparationDue(DelegateExecution execution) {
        return at(deadlines.prepareBy(execution.getProcessInstanceId(), MeetingVariables.body(execution)), execution);
    }

    /** When the memo of an arranged meeting is due. */
    public Date recordDue(DelegateExecution execution) {
        return at(deadlines.recordBy(execution.getProcessInstanceId()), execution);
    }

    /** When what was found in a body's year is to be seen to. */
    public Date reviewDue(DelegateExecution execution) {
        return at(years.reviewBy(), execution);
    }

    /** When a body's situation is looked at next: the morning of the first working day of the next month. */
    public Date nextCheck(DelegateExecution execution) {
        return Date.from(mornings.timersOf(years.nextCheck()));
    }

    private Date at(LocalDate day, DelegateExecution execution) {
        return Date.from(
                day.atTime(place(execution).officeCloses()).atZone(Finland.ZONE).toInstant());
    }

    private Municipality place(DelegateExecution execution) {
        return municipalities.get(new MunicipalityCode(execution.getTenantId()));
    }
}
