package fi.hytekello.worklist;

/** A task is done or has ended otherwise; published in the engine's transaction. */
public record TaskClosed(String taskId) {}
