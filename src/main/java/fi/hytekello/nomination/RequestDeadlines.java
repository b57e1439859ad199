package fi.hytekello.nomination;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dates of requests: they end when the council's registry closes. */
@Component
class RequestDeadlines {

    /** How long an organisation's management has before the coordinator is asked again. */
    private static final int WORKING_DAYS = 5;

    private final BusinessDays businessDays;
    private final Municipalities municipalities;
    private final Clock clock;

    RequestDeadlines(BusinessDays businessDays, Municipalities municipalities, Clock clock) {
        this.businessDays = businessDays;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** @throws InvalidInput when it is missing or not later than today */
    LocalDate checked(@Nullable LocalDate newDueOn) {
        if (newDueOn == null) {
            throw new InvalidInput("newDueOn", "problem.answer.missing");
        }
        if (!newDueOn.isAfter(today())) {
            throw new InvalidInput("newDueOn", "problem.extension.past");
        }
        return businessDays.next(newDueOn);
    }

    Instant closing(MunicipalityCode council, LocalDate day) {
        return day.atTime(municipalities.get(council).officeCloses())
                .atZone(Finland.ZONE)
                .toInstant();
    }

    Instant answersDue(Request request) {
        return request.escalatedAt() == null
                ? request.due()
                : closing(
                        request.council(),
                        businessDays.plus(LocalDate.ofInstant(request.escalatedAt(), Finland.ZONE), WORKING_DAYS));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }
}
