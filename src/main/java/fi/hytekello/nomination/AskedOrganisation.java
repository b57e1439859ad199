package fi.hytekello.nomination;

import fi.hytekello.municipality.Languages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one organisation of a round stands, for those who follow it; nothing of the nominees.
 *
 * @param request id of its request
 * @param state name of the request's state, such as {@code IN_DECISION}
 * @param named seats that have a member now
 * @param loneReason why a seat has one candidate only, as the organisation tells it; empty where it does not
 * @param expectedOn when it has said that it decides
 * @param since when it came to this state, null before the request has gone
 */
public record AskedOrganisation(
        long request,
        String nameFi,
        String nameSv,
        int minSeats,
        int maxSeats,
        boolean deputies,
        int named,
        String state,
        String loneReason,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate expectedOn,
        @Nullable Instant since) {

    public String name(Locale locale) {
        return Languages.isSwedish(locale) ? nameSv : nameFi;
    }

    /** Such as {@code 1} or {@code 1–2}. */
    public String seats() {
        return minSeats == maxSeats ? Integer.toString(maxSeats) : minSeats + "–" + maxSeats;
    }
}
