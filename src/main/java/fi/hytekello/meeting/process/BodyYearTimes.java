package fi.hytekello.meeting.process;

import fi.hytekello.calendar.Mornings;
import fi.hytekello.meeting.BodyYears;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When a body's situation is looked at. */
@Component("bodyYearTimes")
public class BodyYearTimes {

    private final BodyYears years;
    private final Mornings mornings;

    BodyYearTimes(BodyYears years, Mornings mornings) {
        this.years = years;
        this.mornings = mornings;
    }

    /** The morning of the first working day of the next month. */
    public Date nextCheck(DelegateExecution execution) {
        return Date.from(mornings.timersOf(years.nextCheck()));
    }
}
