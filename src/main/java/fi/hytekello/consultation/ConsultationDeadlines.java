package fi.hytekello.consultation;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipalities;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** When the tasks of consultations are due: as the council's registry closes, Europe/Helsinki. */
@Component
public class ConsultationDeadlines {

    /** Twice the shortest time that any work gets (domain chapter 2.5, row 17): the views of many are to be read. */
    private static final int SUMMARY_WORKING_DAYS = 10;

    /** How long the hearing usually takes. */
    private static final int USUAL_WEEKS = 6;

    private final BusinessDays businessDays;
    private final Municipalities municipalities;
    private final Clock clock;

    ConsultationDeadlines(BusinessDays businessDays, Municipalities municipalities, Clock clock) {
        this.businessDays = businessDays;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** Today in Finland. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }

    /** A last day to begin with. */
    public LocalDate usualLastDay() {
        return businessDays.next(today().plusWeeks(USUAL_WEEKS));
    }

    /**
     * When the notes of a municipality are due: on the last day, or on the working day after the day that is agreed with
     * its management.
     */
    Instant contactDue(Consultation consultation, Contact contact) {
        LocalDate agreed = contact.notes().agreedOn();
        return contact.state() == ContactState.AGREED && agreed != null
                ? closing(consultation, businessDays.plus(agreed, 1))
                : hearingDue(consultation);
    }

    /** When all are to be heard. */
    public Instant hearingDue(Consultation consultation) {
        return closing(consultation, consultation.lastDay());
    }

    /** When a summary that is begun now is due. */
    public Instant summaryDue(Consultation consultation) {
        return closing(consultation, businessDays.plus(today(), SUMMARY_WORKING_DAYS));
    }

    private Instant closing(Consultation consultation, LocalDate day) {
        return day.atTime(municipalities.get(consultation.keeper()).officeCloses())
                .atZone(Finland.ZONE)
                .toInstant();
    }
}
