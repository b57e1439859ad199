package fi.hytekello.notification;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Person;
import fi.hytekello.worklist.OpenTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Turns a task into what a person is told about it. */
final class TaskNotifications {

    private TaskNotifications() {}

    /** What a notification about this task is about. */
    static String subject(OpenTask task) {
        return "task:" + task.id();
    }

    static Notification of(NotificationKind kind, OpenTask task, Turn turn, Person recipient) {
        Instant due = task.dueAt();
        return new Notification(
                recipient,
                task.municipality(),
                task.cycle(),
                kind,
                subject(task),
                due == null ? null : LocalDate.ofInstant(due, Finland.ZONE),
                task.id(),
                payload(task, turn));
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
