package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.MunicipalityCode;

/** The way to the engine: an address that takes no mail becomes somebody's task. */
public interface UndeliverableProcess {

    /** Begins in the caller's transaction. */
    void begin(long id, MunicipalityCode municipality, CycleId cycle);
}
