package fi.hytekello.notification;

import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Open tasks with all that the reminder policy asks about them. */
@Component
class WatchedTasks {

    private final TaskRules rules;
    private final Tellings tellings;

    WatchedTasks(TaskRules rules, Tellings tellings) {
        this.rules = rules;
        this.tellings = tellings;
    }

    /** A task with what has been told about it: its first notice, and the rest at its present deadline. */
    record Entry(OpenTask task, Turn turn, Watched watched, List<Tellings.Made> made) {}

    /** In the order of the tasks; one without a deadline is not watched. */
    List<Entry> of(Collection<OpenTask> tasks) {
        Map<String, List<Tellings.Made>> made = tellings
                .of(tasks.stream().map(OpenTask::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Tellings.Made::task));
        List<Entry> entries = new ArrayList<>();
        for (OpenTask task : tasks) {
            Instant due = task.dueAt();
            if (due != null) {
                entries.add(entry(task, due, made.getOrDefault(task.id(), List.of())));
            }
        }
        return entries;
    }

    private Entry entry(OpenTask task, Instant due, List<Tellings.Made> made) {
        Turn turn = Turn.of(task);
        Watched bare = new Watched(rules.of(task).kind(), turn.role(), task.openedAt(), due, List.of());
        List<Tellings.Made> atThisDeadline =
                made.stream().filter(one -> bare.dueOn().equals(one.dueOn())).toList();
        List<Watched.Told> told = atThisDeadline.stream()
                .filter(one -> one.notice() != NotificationKind.TASK_NOTICE)
                .map(one -> new Watched.Told(one.notice(), one.audience(), one.on()))
                .toList();
        return new Entry(task, turn, new Watched(bare.kind(), bare.role(), bare.openedAt(), due, told), atThisDeadline);
    }
}
