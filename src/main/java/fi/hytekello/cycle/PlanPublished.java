package fi.hytekello.cycle;

import fi.hytekello.municipality.Username;

/** The welfare plan is made public now; published in the transaction of the task. */
public record PlanPublished(CycleId cycle, Username by) {}
