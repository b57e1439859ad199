package fi.hytekello.notification;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks to be told about. */
final class Tasks {

    private Tasks() {}

    /** A measure report of the education department. */
    static OpenTask departmental(Cycle cycle, String id, Instant due) {
        return task(
                cycle,
                id,
                "Activity_ReportMeasures",
                List.of("department-director-education", "department-education"),
                new DepartmentCode("education"),
                MilestoneKind.MEASURE_REPORTS,
                due);
    }

    /** The coordinator's confirmation of the calendar. */
    static OpenTask calendar(Cycle cycle, String id, Instant due) {
        return task(
                cycle, id, "Activity_ConfirmCalendar", List.of("coordinator"), null, MilestoneKind.CYCLE_OPENING, due);
    }

    static OpenTask managers(Cycle cycle, String id, Instant due) {
        return task(cycle, id, "Activity_ConfirmCycle", List.of("manager"), null, MilestoneKind.CYCLE_OPENING, due);
    }

    /** A task of one group. */
    static OpenTask of(Cycle cycle, String id, String group, Instant due) {
        return task(cycle, id, "Activity_ConfirmCalendar", List.of(group), null, MilestoneKind.CYCLE_OPENING, due);
    }

    /** A task of no step of the year. */
    static OpenTask apart(Cycle cycle, String id, Instant due) {
        return task(cycle, id, "Activity_ConfirmCalendar", List.of("coordinator"), null, null, due);
    }

    private static OpenTask task(
            Cycle cycle,
            String id,
            String task,
            List<String> groups,
            @Nullable DepartmentCode department,
            @Nullable MilestoneKind milestone,
            Instant due) {
        CycleId cycleId = cycle.id();
        return new OpenTask(
                id,
                cycle.municipality(),
                cycleId,
                null,
                "instance-" + cycleId,
                department == null ? "HyteCycle" : "WelfareReport",
                task,
                groups,
                department,
                milestone,
                null,
                null,
                null,
                Instant.parse("2026-12-01T08:00:00Z"),
                due);
    }
}
