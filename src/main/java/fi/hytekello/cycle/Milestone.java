package fi.hytekello.cycle;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Deadline;
import fi.hytekello.calendar.DeadlineKind;
import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.RollPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One dated step of a cycle.
 *
 * @param opensOn first day of the work, null where it starts when the step before it is done
 * @param plannedOn the date that people set
 * @param effectiveOn that date moved to a working day by the roll policy
 * @param dueAt the registry's closing time on the effective day
 * @param lateSince when the deadline was found missed, null while it is not
 */
public record Milestone(
        CycleId cycle,
        MilestoneKind kind,
        @Nullable LocalDate opensOn,
        LocalDate plannedOn,
        LocalDate effectiveOn,
        Instant dueAt,
        DeadlineKind deadlineKind,
        RollPolicy rollPolicy,
        @Nullable Instant lateSince) {

    public Deadline deadline() {
        return new Deadline(deadlineKind, rollPolicy, plannedOn);
    }

    /** The same step with other dates; where the deadline stays, so does its time of day. */
    Milestone on(
            @Nullable LocalDate opens,
            LocalDate planned,
            RollPolicy policy,
            BusinessDays businessDays,
            LocalTime officeCloses) {
        Deadline moved = new Deadline(deadlineKind, policy, planned);
        boolean stays = planned.equals(plannedOn) && policy == rollPolicy;
        return new Milestone(
                cycle,
                kind,
                opens,
                planned,
                stays ? effectiveOn : moved.effective(businessDays),
                stays ? dueAt : moved.dueAt(businessDays, officeCloses, Finland.ZONE),
                deadlineKind,
                policy,
                lateSince);
    }
}
