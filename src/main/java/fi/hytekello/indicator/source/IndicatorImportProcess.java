package fi.hytekello.indicator.source;

import fi.hytekello.platform.problem.Conflict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Runs an import from Sotkanet to its end, over failures and restarts. */
public interface IndicatorImportProcess {

    /**
     * How the import goes.
     *
     * @param stopped all tries have failed: it waits for a person
     * @param nextTry when it is tried again after a failure, null where it works or waits for a person
     */
    record Standing(boolean stopped, @Nullable Instant nextTry) {

        /** True where a person may have it tried again at once. */
        public boolean waits() {
            return stopped || nextTry != null;
        }
    }

    void begin(ImportId id);

    Standing standing(ImportId id);

    /** Tries again now, where it has stopped or waits for its next try. */
    void retry(ImportId id);

    /** @throws Conflict when it works at this moment */
    void cancel(ImportId id);
}
