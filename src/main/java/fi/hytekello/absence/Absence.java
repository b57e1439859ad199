package fi.hytekello.absence;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Username;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person is away from the work of one municipality.
 *
 * @param startsOn first day away, from midnight in Finland
 * @param endsOn last day away
 * @param deputy who stands in, null when nobody does
 * @param setBy username of whoever set it
 * @param endedAt when it was ended early or, before its first day, cancelled; null otherwise
 */
public record Absence(
        AbsenceId id,
        Username person,
        MunicipalityCode municipality,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable Username deputy,
        Username setBy,
        Instant setAt,
        @Nullable Instant endedAt,
        int version) {

    /** How an absence stands at a moment. */
    public enum State {
        COMING,
        RUNNING,
        OVER,
        CANCELLED
    }

    public State state(Instant now) {
        if (endedAt != null) {
            return endedAt.isBefore(begins()) ? State.CANCELLED : State.OVER;
        }
        if (now.isBefore(begins())) {
            return State.COMING;
        }
        return now.isBefore(ends()) ? State.RUNNING : State.OVER;
    }

    /** Midnight in Finland at which the first day begins. */
    public Instant begins() {
        return startsOn.atStartOfDay(Finland.ZONE).toInstant();
    }

    /** When the person is back: the midnight after the last day, or the moment at which it was ended early. */
    public Instant ends() {
        return endedAt != null
                ? endedAt
                : endsOn.plusDays(1).atStartOfDay(Finland.ZONE).toInstant();
    }

    boolean overlaps(LocalDate from, LocalDate until) {
        return endedAt == null && !startsOn.isAfter(until) && !endsOn.isBefore(from);
    }

    /** True when this is what was asked for already, so that a second click changes nothing. */
    boolean isAsIn(AbsenceDraft draft) {
        return endedAt == null
                && person.equals(draft.person())
                && municipality.equals(draft.municipality())
                && startsOn.equals(draft.startsOn())
                && endsOn.equals(draft.endsOn())
                && java.util.Objects.equals(deputy, draft.deputy());
    }
}
