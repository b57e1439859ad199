package fi.hytekello.worklist;

/** A task has come to its people; published in the engine's transaction. */
public record TaskOpened(OpenTask task) {}
