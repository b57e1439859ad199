package fi.hytekello.nomination.process;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipalities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * When the tasks of a round are due: in five working days, the shortest time that any work gets (domain chapter 2.5, row
 * 17). A round belongs to no year, so no calendar sets it.
 */
@Component("nominationRoundTimes")
public class RoundTimes {

    private static final int WORKING_DAYS = 5;

    private final Municipalities municipalities;
    private final BusinessDays businessDays;
    private final Clock clock;

    RoundTimes(Municipalities municipalities, BusinessDays businessDays, Clock clock) {
        this.municipalities = municipalities;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** When a task that begins now is due: as the registry closes on the last day. */
    public Date due(DelegateExecution execution) {
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        return Date.from(businessDays
                .plus(today, WORKING_DAYS)
                .atTime(municipalities.get(RoundVariables.council(execution)).officeCloses())
                .atZone(Finland.ZONE)
                .toInstant());
    }
}
