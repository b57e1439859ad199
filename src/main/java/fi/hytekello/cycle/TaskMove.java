package fi.hytekello.cycle;

import fi.hytekello.worklist.OpenTask;
import java.time.Instant;

/** An open task gets another due date with its step. */
public record TaskMove(OpenTask task, Instant before, Instant after) {}
