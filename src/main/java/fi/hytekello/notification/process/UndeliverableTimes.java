package fi.hytekello.notification.process;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.ReminderSchedule;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * When an address that takes no mail has to be dealt with: in five working days, the shortest time that any work gets
 * (domain chapter 2.5, row 17). It belongs to no step of the year, so the year's calendar does not set it.
 */
@Component("undeliverableTimes")
public class UndeliverableTimes {

    private static final int WORKING_DAYS = 5;

    private final Worklist worklist;
    private final ReminderSchedule schedule;
    private final Municipalities municipalities;
    private final BusinessDays businessDays;
    private final Clock clock;

    UndeliverableTimes(
            Worklist worklist,
            ReminderSchedule schedule,
            Municipalities municipalities,
            BusinessDays businessDays,
            Clock clock) {
        this.worklist = worklist;
        this.schedule = schedule;
        this.municipalities = municipalities;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** When a task that begins now is due. */
    public Date due(DelegateExecution execution) {
        return Date.from(dueAt(execution));
    }

    /** The next moment to remind somebody, as a cycle that the engine asks for anew each time. */
    public String reminders(DelegateExecution execution) {
        return next(schedule.nextReminder(dueTimes(execution), clock.instant()));
    }

    /** The next moment at which the deadline is found missed. */
    public String overdue(DelegateExecution execution) {
        return next(schedule.nextOverdue(dueTimes(execution), clock.instant()));
    }

    /** The timers begin before the task. */
    private List<Instant> dueTimes(DelegateExecution execution) {
        List<Instant> due = worklist.ofInstance(execution.getProcessInstanceId()).stream()
                .map(OpenTask::dueAt)
                .filter(Objects::nonNull)
                .toList();
        return due.isEmpty() ? List.of(dueAt(execution)) : due;
    }

    private Instant dueAt(DelegateExecution execution) {
        MunicipalityCode municipality = new MunicipalityCode(execution.getTenantId());
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        return businessDays
                .plus(today, WORKING_DAYS)
                .atTime(municipalities.get(municipality).officeCloses())
                .atZone(Finland.ZONE)
                .toInstant();
    }

    private static String next(Instant moment) {
        return "R/" + moment.truncatedTo(ChronoUnit.SECONDS) + "/P365D";
    }
}
