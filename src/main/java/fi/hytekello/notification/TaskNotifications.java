package fi.hytekello.notification;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Person;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Turns a task into what a person is told about it. */
final class TaskNotifications {

    private TaskNotifications() {}

    /** What a notification about this task is about. */
    static String subject(OpenTask task) {
        return "task:" + task.id();
    }

    /** To somebody whose turn it is, or who stands in for somebody whose turn it is. */
    static Notification of(NotificationKind kind, OpenTask task, Turn turn, Person recipient) {
        return of(kind, task, turn, recipient, turn::isOwn);
    }

    /** @param told who has to be told in own right; the recipient is one of these or stands in for one */
    static Notification of(NotificationKind kind, OpenTask task, Turn turn, Person recipient, Predicate<Person> told) {
        Map<String, String> payload = payload(task, turn);
        payload.putAll(Notification.asDeputy(recipient, told));
        Instant due = task.dueAt();
        return new Notification(
                recipient,
                task.municipality(),
                task.cycle(),
                kind,
                subject(task),
                due == null ? null : LocalDate.ofInstant(due, Finland.ZONE),
                task.id(),
                payload);
    }

    private static Map<String, String> payload(OpenTask task, Turn turn) {
        Map<String, String> payload = new HashMap<>();
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
