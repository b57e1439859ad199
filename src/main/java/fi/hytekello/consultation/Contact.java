package fi.hytekello.consultation;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.municipality.Languages;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The contact with the management of one municipality.
 *
 * @param leaderFi title of the post that leads it by the register, empty where unknown
 * @param task id of the task that waits for it; null once it is ended
 * @param finished true where it is ended; its notes may be changed until the summary is made
 * @param version counts the changes
 */
public record Contact(
        ContactId id,
        ConsultationId consultation,
        OrganisationId organisation,
        String nameFi,
        String nameSv,
        String leaderFi,
        String leaderSv,
        ContactNotes notes,
        @Nullable String task,
        boolean finished,
        int version) {

    public String name(Locale locale) {
        return Languages.isSwedish(locale) ? nameSv : nameFi;
    }

    /** Title of the post that leads it, empty where unknown. */
    public String leader(Locale locale) {
        return Languages.isSwedish(locale) ? leaderSv : leaderFi;
    }

    public ContactState state() {
        return notes.state();
    }

    /** True where the last day is past and it is not ended, and nothing is agreed for a later day. */
    public boolean isLateOn(LocalDate today, LocalDate lastDay) {
        LocalDate agreed = notes.agreedOn();
        boolean awaited = state() == ContactState.AGREED && agreed != null && !agreed.isBefore(today);
        return !finished && !awaited && today.isAfter(lastDay);
    }
}
