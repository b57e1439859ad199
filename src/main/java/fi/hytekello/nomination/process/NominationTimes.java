package fi.hytekello.nomination.process;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.nomination.Requests;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The times of requests: when the answers are due, and by when the coordinator settles what is open. */
@Component("nominationTimes")
public class NominationTimes {

    /** The shortest time that any work gets (domain chapter 2.5, row 17). */
    private static final int WORKING_DAYS = 5;

    private final Requests requests;
    private final Municipalities municipalities;
    private final BusinessDays businessDays;
    private final Clock clock;

    NominationTimes(Requests requests, Municipalities municipalities, BusinessDays businessDays, Clock clock) {
        this.requests = requests;
        this.municipalities = municipalities;
        this.businessDays = businessDays;
        this.clock = clock;
    }

    /** When to look whether the organisation has answered. */
    public Date answersDue(DelegateExecution execution) {
        return Date.from(requests.answersDue(RequestVariables.request(execution)));
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
