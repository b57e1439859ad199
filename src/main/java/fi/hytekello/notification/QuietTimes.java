package fi.hytekello.notification;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.Mornings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a mail may leave: never at night, on weekends or holidays, and in July only when it cannot wait. */
@Component
class QuietTimes {

    private final BusinessDays businessDays;
    private final Mornings mornings;
    private final OfficeHours hours;

    QuietTimes(BusinessDays businessDays, Mornings mornings, OfficeHours hours) {
        this.businessDays = businessDays;
        this.mornings = mornings;
        this.hours = hours;
    }

    /** Whether no mail leaves at this moment, however long it has waited. */
    boolean areAt(Instant moment) {
        return atOnce(moment).isAfter(moment);
    }

    /** The first moment from this one on at which an urgent mail leaves. */
    Instant atOnce(Instant from) {
        ZonedDateTime local = from.atZone(Finland.ZONE);
        boolean office = businessDays.isBusinessDay(local.toLocalDate()) && hours.include(local.toLocalTime());
        return office ? from : mornings.nextMail(from);
    }

    /**
     * The morning on which a mail leaves that is not urgent.
     *
     * @param quietJuly true where the municipality's July is quiet: then it waits for August, unless its deadline is
     *     before the first working day there
     */
    Instant inTheMorning(Instant from, @Nullable LocalDate deadline, boolean quietJuly) {
        Instant morning = mornings.nextMail(from);
        LocalDate day = LocalDate.ofInstant(morning, Finland.ZONE);
        if (!quietJuly || day.getMonth() != Month.JULY) {
            return morning;
        }
        LocalDate august = businessDays.next(LocalDate.of(day.getYear(), Month.AUGUST, 1));
        return deadline != null && deadline.isBefore(august) ? morning : mornings.of(august);
    }
}
