package fi.hytekello.notification;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a task into what a person is told about it. */
final class TaskNotifications {

    private TaskNotifications() {}

    /** What a notification about this task is about. */
    static String subject(OpenTask task) {
        return "task:" + task.id();
    }

    /** To somebody whose turn it is, or who stands in for somebody whose turn it is; as urgent as the deadline makes it. */
    static Notification of(NotificationKind notice, OpenTask task, Turn turn, Person recipient) {
        return notification(notice, task, recipient, subject(task), null, payload(task, turn, recipient, turn::isOwn));
    }

    /** The first mail about a task. */
    static Notification notice(OpenTask task, TaskKind kind, Turn turn, Urgency urgency, Person recipient) {
        Map<String, String> payload = payload(task, turn, recipient, turn::isOwn);
        payload.put("taskKind", kind.name());
        return notification(NotificationKind.TASK_NOTICE, task, recipient, subject(task), urgency, payload);
    }

    /**
     * What the reminder policy asks for. A repeated notice is numbered, so that each time counts as one.
     *
     * @param time which time this is, from 1
     * @param vacant roles that would have been told if somebody held them
     * @param told who has to be told in own right; the recipient is one of these or stands in for one
     */
    static Notification of(
            Telling telling,
            WatchedTasks.Entry entry,
            int time,
            List<Role> vacant,
            Person recipient,
            Predicate<Person> told) {
        Map<String, String> payload = payload(telling, entry, recipient, told);
        if (!vacant.isEmpty()) {
            payload.put("vacant", vacant.stream().map(Role::name).collect(Collectors.joining(",")));
        }
        return notification(telling, entry, time, recipient, payload);
    }

    /**
     * The same to those whose turn it is.
     *
     * @param next who will hear of it if the task stays open, perhaps nobody
     */
    static Notification reminder(
            Telling telling, WatchedTasks.Entry entry, int time, Above.Superiors next, Person recipient) {
        Map<String, String> payload = payload(telling, entry, recipient, entry.turn()::isOwn);
        payload.put("next", next.people().isEmpty() ? "" : next.role().name());
        return notification(telling, entry, time, recipient, payload);
    }

    private static Notification notification(
            Telling telling, WatchedTasks.Entry entry, int time, Person recipient, Map<String, String> payload) {
        String subject = subject(entry.task()) + (telling.notice().isRepeated() ? ":" + time : "");
        return notification(telling.notice(), entry.task(), recipient, subject, telling.urgency(), payload);
    }

    private static Notification notification(
            NotificationKind notice,
            OpenTask task,
            Person recipient,
            String subject,
            @Nullable Urgency urgency,
            Map<String, String> payload) {
        Instant due = task.dueAt();
        return new Notification(
                recipient,
                task.municipality(),
                task.cycleOrNull(),
                notice,
                subject,
                due == null ? null : LocalDate.ofInstant(due, Finland.ZONE),
                task.id(),
                urgency,
                payload);
    }

    private static Map<String, String> payload(
            Telling telling, WatchedTasks.Entry entry, Person recipient, Predicate<Person> told) {
        Map<String, String> payload = payload(entry.task(), entry.turn(), recipient, told);
        payload.put("taskKind", entry.watched().kind().name());
        payload.put("audience", telling.audience().name());
        return payload;
    }

    private static Map<String, String> payload(OpenTask task, Turn turn, Person recipient, Predicate<Person> told) {
        Map<String, String> payload = new HashMap<>(Notification.asDeputy(recipient, told));
        payload.put("name", task.nameKey());
        payload.put("task", task.task());
        payload.put("turn", turn.role().name());
        if (task.dueAt() != null) {
            payload.put("due", task.dueAt().toString());
        }
        if (task.milestone() != null) {
            payload.put("milestone", task.milestone().name());
        }
        if (task.department() != null) {
            payload.put("department", task.department().value());
        }
        if (task.subject() != null) {
            payload.put("subject", task.subject());
        }
        if (task.body() != null) {
            payload.put("body", task.body());
        }
        return payload;
    }
}
