package fi.hytekello.inbox;

import fi.hytekello.municipality.MunicipalityCode;

/** The way to the engine: a mail of no known matter becomes a task of the registry. */
public interface InboxProcess {

    /** Begins in the caller's transaction. */
    void begin(InboxMailId mail, MunicipalityCode tenant);
}
