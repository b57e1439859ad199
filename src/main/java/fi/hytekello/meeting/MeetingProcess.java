package fi.hytekello.meeting;

import fi.hytekello.body.Body;

/** The way to the engine. */
public interface MeetingProcess {

    /** A meeting of this body is to be prepared, called together by its keeper. */
    void begin(Body body);
}
