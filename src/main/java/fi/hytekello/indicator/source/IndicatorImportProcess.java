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
    record Standing(boolean stopped, @Nullable Instant nextTry) {}

    void begin(ImportId id);

    Standing standing(ImportId id);

    /** Tries again where it has stopped. */
    void retry(ImportId id);

    /** @throws Conflict when it works at this moment */
    void cancel(ImportId id);
}
