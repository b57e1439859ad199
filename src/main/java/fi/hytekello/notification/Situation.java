package fi.hytekello.notification;

import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.TaskKind;
import org.jspecify.annotations.Nullable;

/**
 * What the reminder policy is asked about.
 *
 * @param role whose turn it is
 * @param daysLeft calendar days to the deadline, negative when it is late; before days off it is counted from the last of
 *     these, so that what would fall on them is told before
 * @param timesTold how often those whose turn it is have been told on earlier days: of the coming deadline while it is
 *     ahead, of lateness once it is missed
 * @param daysSinceTold calendar days since the last of these times, null when there is none
 */
public record Situation(
        TaskKind kind,
        Role role,
        int daysLeft,
        int timesTold,
        @Nullable Integer daysSinceTold) {}
