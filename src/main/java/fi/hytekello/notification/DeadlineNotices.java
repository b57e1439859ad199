package fi.hytekello.notification;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.DeadlineChange;
import fi.hytekello.cycle.DeadlinesChanged;
import fi.hytekello.cycle.TaskMove;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells of changed deadlines, in the transaction of the change: each person once, whatever has changed. What has not
 * left about the old dates is taken out of the outbox.
 */
@Component
public class DeadlineNotices {

    private static final List<NotificationKind> ABOUT_THE_OLD_DATE = List.of(
            NotificationKind.FIRST_REMINDER,
            NotificationKind.LAST_REMINDER,
            NotificationKind.OVERDUE,
            NotificationKind.ESCALATION);

    private static final List<Role> ANSWERING = List.of(Role.COORDINATOR, Role.MANAGER);

    private final People people;
    private final Outbox outbox;

    DeadlineNotices(People people, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
    }

    /**
     * Who is told: those whose open tasks move and, where the calendar itself was changed, coordinator and manager, who
     * answer for it.
     */
    public List<Person> toBeTold(Cycle cycle, DeadlineChange.Cause cause, List<TaskMove> tasks) {
        return told(cycle.municipality(), cause, turns(tasks));
    }

    @EventListener
    void changed(DeadlinesChanged event) {
        MunicipalityCode municipality = event.cycle().municipality();
        Map<TaskMove, Turn> turns = turns(event.tasks());
        List<String> subjects = event.tasks().stream()
                .map(move -> TaskNotifications.subject(move.task()))
                .toList();
        ABOUT_THE_OLD_DATE.forEach(kind -> outbox.withdraw(subjects, kind));
        outbox.add(told(municipality, event.change().cause(), turns).stream()
                .map(person -> new Notification(
                        person,
                        municipality,
                        event.cycle().id(),
                        NotificationKind.DEADLINE_CHANGED,
                        "deadlines:" + event.change().id(),
                        null,
                        null,
                        payload(event.change(), person, municipality, turns)))
                .toList());
    }

    private List<Person> told(MunicipalityCode municipality, DeadlineChange.Cause cause, Map<TaskMove, Turn> turns) {
        List<String> groups = new ArrayList<>();
        turns.values().forEach(turn -> groups.addAll(turn.groups()));
        if (cause == DeadlineChange.Cause.CALENDAR) {
            ANSWERING.forEach(role -> groups.add(role.group(null)));
        }
        List<Username> named =
                turns.values().stream().flatMap(turn -> turn.named().stream()).toList();
        return people.among(municipality, groups, named);
    }

    private static boolean answersForCalendar(
            DeadlineChange.Cause cause, Person person, MunicipalityCode municipality) {
        return cause == DeadlineChange.Cause.CALENDAR
                && ANSWERING.stream().anyMatch(role -> person.holds(role, municipality));
    }

    private static Map<TaskMove, Turn> turns(List<TaskMove> tasks) {
        return tasks.stream().collect(Collectors.toMap(move -> move, move -> Turn.of(move.task())));
    }

    private static Map<String, String> payload(
            DeadlineChange change, Person person, MunicipalityCode municipality, Map<TaskMove, Turn> turns) {
        Map<String, String> payload = new HashMap<>();
        payload.putAll(Notification.asDeputy(
                person,
                one -> answersForCalendar(change.cause(), one, municipality)
                        || turns.values().stream().anyMatch(turn -> turn.isOwn(one))));
        payload.put("change", Long.toString(change.id()));
        payload.put("steps", Boolean.toString(answersForCalendar(change.cause(), person, municipality)));
        payload.put(
                "tasks",
                turns.entrySet().stream()
                        .filter(entry -> entry.getValue().isOf(person))
                        .map(entry -> entry.getKey().task().id())
                        .sorted()
                        .collect(Collectors.joining(",")));
        return payload;
    }
}
