package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** The way to the engine: an address that takes no mail becomes somebody's task. */
public interface UndeliverableProcess {

    /**
     * Begins in the caller's transaction.
     *
     * @param cycle null where what could not be told is about none
     */
    void begin(long id, MunicipalityCode municipality, @Nullable CycleId cycle);
}
