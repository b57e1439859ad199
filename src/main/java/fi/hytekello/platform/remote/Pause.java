package fi.hytekello.platform.remote;

import java.time.Duration;

/** Waits; tests do not. */
@FunctionalInterface
public interface Pause {

    void pause(Duration howLong) throws InterruptedException;
}
