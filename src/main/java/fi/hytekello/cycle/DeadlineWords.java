package fi.hytekello.cycle;

import static java.util.stream.Collectors.toSet;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.calendar.Rolled;
import fi.hytekello.platform.Dates;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Why a deadline is on the day on which it is, in words, for pages and mails: it moved from a day off (Act 150/1930
 * § 5), or work that began late got its five working days. Null where there is nothing to explain.
 */
@Component("deadlineWords")
public class DeadlineWords {

    private final Milestones milestones;
    private final BusinessDays businessDays;
    private final MessageSource messages;
    private final Dates dates;

    DeadlineWords(Milestones milestones, BusinessDays businessDays, MessageSource messages, Dates dates) {
        this.milestones = milestones;
        this.businessDays = businessDays;
        this.messages = messages;
        this.dates = dates;
    }

    public @Nullable String of(Milestone milestone, Locale in) {
        return rolled(milestone.plannedOn(), milestone.effectiveOn(), in);
    }

    /** Of a deadline that was planned for one day and counts on another, or on the same. */
    public @Nullable String rolled(LocalDate planned, LocalDate effective, Locale in) {
        String reason = businessDays.reasonKey(planned).orElse(null);
        String key = new Rolled(planned, effective, reason).explanationKey();
        if (key == null || reason == null) {
            return null;
        }
        Object[] arguments = {dates.date(planned), messages.getMessage(reason, null, in), dates.day(effective, in)};
        return messages.getMessage(key, arguments, in);
    }

    /** Of a task's due date. */
    public @Nullable String of(OpenTask task, Locale in) {
        return of(List.of(task), in).get(task.id());
    }

    /** Of the due dates of many tasks, by task id; tasks whose dates need no explanation are left out. */
    public Map<String, String> of(Collection<OpenTask> tasks, Locale in) {
        Map<CycleId, Map<MilestoneKind, Milestone>> calendars = milestones.of(tasks.stream()
                .map(OpenTask::cycleOrNull)
                .filter(Objects::nonNull)
                .collect(toSet()));
        Map<String, String> words = new HashMap<>();
        for (OpenTask task : tasks) {
            CycleId cycle = task.cycleOrNull();
            Milestone milestone = cycle == null
                    ? null
                    : calendars.getOrDefault(cycle, Map.of()).get(task.milestone());
            String why = milestone == null || task.dueAt() == null ? null : of(task, task.dueAt(), milestone, in);
            if (why != null) {
                words.put(task.id(), why);
            }
        }
        return words;
    }

    /** Of the moment by which something of a step is due; nothing where the step itself is due at another moment. */
    public @Nullable String of(CycleId cycle, MilestoneKind kind, Instant due, Locale in) {
        Milestone milestone =
                milestones.of(List.of(cycle)).getOrDefault(cycle, Map.of()).get(kind);
        return milestone == null || !milestone.dueAt().equals(due) ? null : of(milestone, in);
    }

    private @Nullable String of(OpenTask task, Instant due, Milestone milestone, Locale in) {
        if (due.equals(milestone.dueAt())) {
            return of(milestone, in);
        }
        LocalDate began = LocalDate.ofInstant(task.openedAt(), Finland.ZONE);
        boolean late =
                due.isAfter(milestone.dueAt()) && Objects.equals(milestones.dueForWorkStarting(began, milestone), due);
        Object[] arguments = {
            dates.day(began, in), dates.day(milestone.effectiveOn(), in), Milestones.SHORTEST_HANDLING_TIME
        };
        return late ? messages.getMessage("calendar.lateStart", arguments, in) : null;
    }
}
