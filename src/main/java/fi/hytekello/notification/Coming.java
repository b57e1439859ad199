package fi.hytekello.notification;

import java.time.Instant;

/** What will be told if nothing happens before, and when the timers do it. */
record Coming(Telling telling, Instant at) {}
