package fi.hytekello.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a version of the welfare report came to be.
 *
 * @param submittedAt from then on it never changes, null while it is being written
 */
public record ReportVersion(
        int number, Instant openedAt, @Nullable Instant submittedAt) {

    public boolean isSubmitted() {
        return submittedAt != null;
    }
}
