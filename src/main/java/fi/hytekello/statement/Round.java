package fi.hytekello.statement;

import fi.hytekello.cycle.CycleId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A round of statements on one version of the welfare report.
 *
 * @param versionNumber the version that those asked read
 * @param reason why no statements, or none of some council, are asked
 * @param dueOn last day to answer, Europe/Helsinki; null while it is not set
 * @param dueAt the registry's closing time on that day
 * @param closingReason why it was closed without the missing statements
 * @param version counts the changes of the request
 */
public record Round(
        long id,
        CycleId cycle,
        int versionNumber,
        State state,
        String cover,
        @Nullable String reason,
        @Nullable LocalDate dueOn,
        @Nullable Instant dueAt,
        @Nullable Instant requestedAt,
        @Nullable Instant closedAt,
        @Nullable String closingReason,
        int version) {

    /** How far a round has come. */
    public enum State {
        PREPARING,
        SKIPPED,
        OPEN,
        CLOSED,
        REPLIED
    }

    public boolean isLate(Instant at) {
        return dueAt != null && at.isAfter(dueAt);
    }
}
