package fi.hytekello.decision;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One decision as it was made; never changed afterwards.
 *
 * @param versionNumber the version of the document decided on, null where there is no document
 * @param decidedOn day of the meeting or of the official's decision, Europe/Helsinki
 * @param section the § of the minutes
 * @param diaryNumber case number in the municipality's register; free text
 * @param nextMeetingOn given exactly when the matter was tabled
 */
public record Decision(
        long id,
        CycleId cycle,
        Subject subject,
        @Nullable Integer versionNumber,
        DecidedBy decidedBy,
        @Nullable DepartmentCode department,
        Outcome outcome,
        @Nullable String comment,
        LocalDate decidedOn,
        @Nullable String section,
        @Nullable String diaryNumber,
        @Nullable String link,
        @Nullable LocalDate nextMeetingOn,
        Username recordedBy,
        Instant recordedAt) {}
