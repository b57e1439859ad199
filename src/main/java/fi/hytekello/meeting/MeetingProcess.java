package fi.hytekello.meeting;

import fi.hytekello.body.Body;
import org.jspecify.annotations.Nullable;

/** What meetings ask of whatever keeps them going. */
public interface MeetingProcess {

    /**
     * Begins the preparation of a meeting.
     *
     * @param first when the body is to meet first, and its members are asked at once; null for any other meeting
     */
    void begin(Body body, @Nullable FirstWeeks first);
}
