package fi.hytekello.waiting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something besides people for which a year waits.
 *
 * @param processInstance engine id of the instance that waits
 * @param process key of its process
 * @param activity id of the element in the model
 * @param since when the engine began to wait, or when it failed
 * @param at when it goes on by itself, null where it does not
 * @param subject what a reusable step decides on, null elsewhere
 * @param body the elected body that decides, null elsewhere
 */
public record EngineWait(
        Kind kind,
        String processInstance,
        String process,
        String activity,
        @Nullable Instant since,
        @Nullable Instant at,
        @Nullable String subject,
        @Nullable String body) {

    /** What sort of thing. */
    public enum Kind {
        /** The timer of a phase that tells people. */
        TIMER,
        /** A phase opens on its date. */
        OPENING,
        /** A matter was tabled and comes up again. */
        MEETING,
        /** Those asked may still answer. */
        ANSWERS,
        /** The product itself works, or will try again soon. */
        STEP,
        /** It has failed for good and needs an administrator. */
        FAILURE
    }

    /** True where this is what the year waits for; the timers of a phase only tell people. */
    public boolean holdsUp() {
        return kind != Kind.TIMER;
    }

    /** Message key of what it is called. */
    public String nameKey() {
        return "waiting.step." + process + "." + activity;
    }
}
