package fi.hytekello.meeting.process;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.PhaseTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** When one task of a body is due and its timers fire: a bean for each, as no year's calendar knows them. */
public final class MeetingTimes {

    private final PhaseTimes times;
    private final Municipalities municipalities;
    private final String process;
    private final String task;
    private final Function<DelegateExecution, LocalDate> day;

    /** @param day on which the task is due, asked when it begins */
    MeetingTimes(
            PhaseTimes times,
            Municipalities municipalities,
            String process,
            String task,
            Function<DelegateExecution, LocalDate> day) {
        this.times = times;
        this.municipalities = municipalities;
        this.process = process;
        this.task = task;
        this.day = day;
    }

    /** The group whose task it is: the keeper of the body. */
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
        return day.apply(execution)
                .atTime(place(execution).officeCloses())
                .atZone(Finland.ZONE)
                .toInstant();
    }

    /** Before the task is there, the timers know it from here. */
    private List<PhaseTimes.ToCome> toCome(DelegateExecution execution) {
        return List.of(new PhaseTimes.ToCome(process, task, List.of(handlers(execution))));
    }

    private Municipality place(DelegateExecution execution) {
        return municipalities.get(new MunicipalityCode(execution.getTenantId()));
    }

    private static String next(Instant moment) {
        return "R/" + moment.truncatedTo(ChronoUnit.SECONDS) + "/P365D";
    }
}
