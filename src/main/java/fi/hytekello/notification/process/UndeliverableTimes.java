package fi.hytekello.notification.process;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.PhaseTimes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * When an address that takes no mail has to be dealt with: in five working days, the shortest time that any work gets
 * (domain chapter 2.5, row 17). It belongs to no step of the year, so the year's calendar does not set it.
 */
@Component("undeliverableTimes")
public class UndeliverableTimes {

    private static final int WORKING_DAYS = 5;

    private final PhaseTimes times;
    private final Municipalities municipalities;
    private final BusinessDays businessDays;
    private final Clock clock;

    UndeliverableTimes(PhaseTimes times, Municipalities municipalities, BusinessDays businessDays, Clock clock) {
        this.times = times;
        this.municipalities = municipalities;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** The group whose task it is. */
    public String handlers(DelegateExecution execution) {
        return place(execution).coordinator().group(null);
    }

    /** When a task that begins now is due. */
    public Date due(DelegateExecution execution) {
        return Date.from(dueAt(execution));
    }

    /** The next moment to remind somebody, as a cycle that the engine asks for anew each time. */
    public String reminders(DelegateExecution execution) {
        return next(times.nextReminder(execution.getProcessInstanceId(), toCome(execution), dueAt(execution)));
    }

    /** The next moment at which the deadline is found missed. */
    public String overdue(DelegateExecution execution) {
        return next(times.nextOverdue(execution.getProcessInstanceId(), toCome(execution), dueAt(execution)));
    }

    private Instant dueAt(DelegateExecution execution) {
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        return businessDays
                .plus(today, WORKING_DAYS)
                .atTime(place(execution).officeCloses())
                .atZone(Finland.ZONE)
                .toInstant();
    }

    /** Before the task is there, the timers know it from here. */
    private List<PhaseTimes.ToCome> toCome(DelegateExecution execution) {
        return List.of(new PhaseTimes.ToCome(
                UndeliverableTasks.PROCESS, UndeliverableTasks.HANDLE, List.of(handlers(execution))));
    }

    private Municipality place(DelegateExecution execution) {
        return municipalities.get(new MunicipalityCode(execution.getTenantId()));
    }

    private static String next(Instant moment) {
        return "R/" + moment.truncatedTo(ChronoUnit.SECONDS) + "/P365D";
    }
}
