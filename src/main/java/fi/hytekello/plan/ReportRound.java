package fi.hytekello.plan;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A round in which departments tell how their measures stand (domain 2.5, rows 2 and 21).
 *
 * @param asOf the day whose situation is told
 * @param dueAt when the department's report is to be given: the date that it was given, before that the milestone of the
 *     cycle in which it is reported
 * @param asked whether the department has been asked for it; before that it cannot be late
 */
public record ReportRound(LocalDate asOf, Instant dueAt, boolean asked) {}
