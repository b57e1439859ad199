package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Username;

/** The welfare report is made public now; published in the transaction of the task. */
public record ReportPublished(CycleId cycle, Username by) {}
