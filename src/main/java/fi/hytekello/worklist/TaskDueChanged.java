package fi.hytekello.worklist;

/** An open task has another deadline, or none any more; published in the engine's transaction. */
public record TaskDueChanged(OpenTask task) {}
