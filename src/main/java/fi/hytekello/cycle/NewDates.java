package fi.hytekello.cycle;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.DeadlineKind;
import fi.hytekello.calendar.RollPolicy;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Days that somebody wants for steps of a year; steps that are not named, or named with the day they have, stay.
 *
 * @param due the last days as planned, before they move to working days
 * @param opens the first days of phases; of use only where the step has one
 * @param rolls where last days move from days off; of use only for dates that the municipality sets for itself
 */
public record NewDates(
        Map<MilestoneKind, LocalDate> due, Map<MilestoneKind, LocalDate> opens, Map<MilestoneKind, RollPolicy> rolls) {

    public NewDates {
        due = Map.copyOf(due);
        opens = Map.copyOf(opens);
        rolls = Map.copyOf(rolls);
    }

    public NewDates(Map<MilestoneKind, LocalDate> due, Map<MilestoneKind, LocalDate> opens) {
        this(due, opens, Map.of());
    }

    /** New last days alone. */
    public static NewDates due(Map<MilestoneKind, LocalDate> due) {
        return new NewDates(due, Map.of());
    }

    /** What changes in this calendar, in its order. */
    List<Moved> in(List<Milestone> calendar, BusinessDays businessDays, LocalTime officeCloses) {
        Map<MilestoneKind, LocalDate> openings = openings(calendar);
        return calendar.stream()
                .map(step -> new Moved(
                        step,
                        step.on(
                                opening(step, openings),
                                due.getOrDefault(step.kind(), step.plannedOn()),
                                rollPolicy(step),
                                businessDays,
                                officeCloses)))
                .filter(Moved::isMove)
                .toList();
    }

    private RollPolicy rollPolicy(Milestone step) {
        return step.deadlineKind() == DeadlineKind.SELF_SET
                ? rolls.getOrDefault(step.kind(), step.rollPolicy())
                : step.rollPolicy();
    }

    private static @Nullable LocalDate opening(Milestone step, Map<MilestoneKind, LocalDate> openings) {
        return step.opensOn() == null ? null : openings.getOrDefault(step.kind(), step.opensOn());
    }

    /** The indicators are reviewed beside the departments' reports: one event opens both. */
    private Map<MilestoneKind, LocalDate> openings(List<Milestone> calendar) {
        Map<MilestoneKind, LocalDate> openings = new EnumMap<>(MilestoneKind.class);
        openings.putAll(opens);
        openings.remove(MilestoneKind.INDICATORS);
        LocalDate reports = openings.get(MilestoneKind.MEASURE_REPORTS);
        if (reports != null
                && Objects.equals(
                        openingOf(calendar, MilestoneKind.INDICATORS),
                        openingOf(calendar, MilestoneKind.MEASURE_REPORTS))) {
            openings.put(MilestoneKind.INDICATORS, reports);
        }
        return openings;
    }

    private static @Nullable LocalDate openingOf(List<Milestone> calendar, MilestoneKind kind) {
        return calendar.stream()
                .filter(step -> step.kind() == kind)
                .findFirst()
                .map(Milestone::opensOn)
                .orElse(null);
    }
}
