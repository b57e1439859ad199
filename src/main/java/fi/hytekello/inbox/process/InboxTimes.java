package fi.hytekello.inbox.process;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * When a mail has to be given to its matter: in five working days, the shortest time that any work gets (domain chapter
 * 2.5, row 17).
 */
@Component("inboxTimes")
public class InboxTimes {

    private static final int WORKING_DAYS = 5;

    private final Municipalities municipalities;
    private final BusinessDays businessDays;
    private final Clock clock;

    InboxTimes(Municipalities municipalities, BusinessDays businessDays, Clock clock) {
        this.municipalities = municipalities;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** When a task that begins now is due. */
    public Date due(DelegateExecution execution) {
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        return Date.from(businessDays
                .plus(today, WORKING_DAYS)
                .atTime(municipalities
                        .get(new MunicipalityCode(execution.getTenantId()))
                        .officeCloses())
                .atZone(Finland.ZONE)
                .toInstant());
    }
}
