package fi.hytekello.nomination;

import fi.hytekello.body.OrganisationId;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to one organisation to name its representatives.
 *
 * @param council the tenant that asks
 * @param reference by which a registry and the round's mailbox know a mail about it, such as {@code KH-7F3K9QX2}; empty
 *     before it is sent
 * @param dueOn last day to answer; null only before the request is sent, as is {@code dueAt}
 * @param expectedOn when the organisation decides (R3-16); moves the reminder, never the deadline
 * @param late whether the answer came after the deadline
 * @param loneReason why a seat has one candidate only; empty where it is not told
 * @param closingReason why it is closed empty, or why the organisation declines
 * @param reopenedAt when a seat was opened again; null where none was
 * @param settledDueAt the deadline before that: it stands for the other seats
 * @param escalatedAt when the organisation's management was told; null since the deadline last moved
 * @param version counts the changes of the answer
 */
public record Request(
        RequestId id,
        MunicipalityCode council,
        String reference,
        OrganisationId organisation,
        String organisationFi,
        String organisationSv,
        Round round,
        Seats seats,
        RequestState state,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        @Nullable LocalDate expectedOn,
        boolean late,
        Decision decision,
        String loneReason,
        @Nullable String closingReason,
        @Nullable Instant reopenedAt,
        @Nullable Instant settledDueAt,
        @Nullable Instant escalatedAt,
        int version) {

    /**
     * What the request says of its round.
     *
     * @param open whether answers are taken through links: while the round is open, and where a seat is open within the
     *     term
     * @param bothGenders whether it asks for both a woman and a man for every seat
     * @param composed whether the group has been set up of the answers: from then on an answer only proposes
     */
    public record Round(
            RoundId id,
            String bodyFi,
            String bodySv,
            String textFi,
            String textSv,
            String diaryNumber,
            boolean bothGenders,
            boolean open,
            boolean composed) {

        public String body(Locale locale) {
            return Languages.isSwedish(locale) ? bodySv : bodyFi;
        }

        public String text(Locale locale) {
            return Languages.isSwedish(locale) && !textSv.isBlank() ? textSv : textFi;
        }
    }

    /** How many are asked for, and whether a deputy for each. */
    public record Seats(int min, int max, boolean deputies) {}

    /** Who in the organisation decided, a body or an official; empty texts where it is not told (R3-15). */
    public record Decision(String by, @Nullable LocalDate on, String section) {

        static final Decision NONE = new Decision("", null, "");
    }

    public String organisation(Locale locale) {
        return Languages.isSwedish(locale) ? organisationSv : organisationFi;
    }

    /** The deadline of a request that has been sent. */
    public Instant due() {
        return Objects.requireNonNull(dueAt, "dueAt");
    }

    /** The last day of a request that has been sent. */
    public LocalDate lastDay() {
        return Objects.requireNonNull(dueOn, "dueOn");
    }

    public boolean isPast(Instant now) {
        return !now.isBefore(due());
    }

    /** Whether an answer that comes this way is taken: through a link only while nothing is closed. */
    public boolean takes(RequestVia via, Instant now) {
        if (state == RequestState.CHOSEN) {
            return false;
        }
        if (via == RequestVia.HAND || (via == RequestVia.MAIL && round.composed())) {
            return round.open() || round.composed();
        }
        boolean closed = state == RequestState.CLOSED_EMPTY || (state == RequestState.DECLINED && isPast(now));
        return round.open() && !closed;
    }

    /** Whether the organisation may still say that it names nobody. */
    public boolean mayDecline() {
        return state.isAwaited() || state == RequestState.NOMINATED;
    }

    /** Whether the organisation may tell when it decides. */
    public boolean mayExpect(Instant now) {
        return state.isAwaited() && state != RequestState.LATE && !isPast(now);
    }

    /** True for a seat that was filled before another was opened again, once its own time of corrections is over. */
    public boolean isLocked(Nominee nominee, Instant now) {
        return reopenedAt != null
                && settledDueAt != null
                && nominee.givenAt().isBefore(reopenedAt)
                && !now.isBefore(settledDueAt);
    }

    /** Whether a seat may have a second candidate; of a composed body an answer proposes one person for one seat. */
    public boolean asksBoth() {
        return round.bothGenders() && !round.composed();
    }

    /** True where a seat of a composed body is open again: its organisation is asked for that one. */
    public boolean isInTerm() {
        return round.open() && round.composed();
    }

    /** Whether who sends this way may simply change a seat: the same sender before the deadline (R3-04). */
    public boolean mayCorrect(Nominee nominee, RequestVia via, Instant now) {
        return !round.composed() && nominee.via() == via && !isPast(now) && !isLocked(nominee, now);
    }
}
