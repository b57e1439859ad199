package fi.hytekello.decision;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A decision about to be recorded; {@link Decisions#record} checks it. Components as in {@link Decision}. */
public record DecisionDraft(
        CycleId cycle,
        Subject subject,
        DecidedBy decidedBy,
        @Nullable DepartmentCode department,
        Outcome outcome,
        @Nullable String comment,
        @Nullable LocalDate decidedOn,
        @Nullable String section,
        @Nullable String diaryNumber,
        @Nullable String link,
        @Nullable LocalDate nextMeetingOn,
        Username recordedBy) {

    /** A decision made in the product itself, today. */
    public static DecisionDraft ofOfficial(
            CycleId cycle,
            Subject subject,
            DecidedBy decidedBy,
            @Nullable DepartmentCode department,
            Outcome outcome,
            @Nullable String comment,
            Username by) {
        return new DecisionDraft(
                cycle, subject, decidedBy, department, outcome, comment, null, null, null, null, null, by);
    }
}
