package fi.hytekello.plan;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A round in which departments tell how their measures stand (domain 2.5, rows 2 and 21).
 *
 * @param asOf the day whose situation is told
 * @param dueAt when the reports are to be given: the milestone of the cycle in which they are reported
 */
public record ReportRound(LocalDate asOf, Instant dueAt) {}
