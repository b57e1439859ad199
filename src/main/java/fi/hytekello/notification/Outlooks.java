package fi.hytekello.notification;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of each open task of a cycle who has been told and who will be. */
@Component
public class Outlooks {

    private final Worklist worklist;
    private final WatchedTasks watched;
    private final ReminderSchedule schedule;
    private final SendTimes sendTimes;
    private final People people;
    private final Above above;
    private final Clock clock;

    Outlooks(
            Worklist worklist,
            WatchedTasks watched,
            ReminderSchedule schedule,
            SendTimes sendTimes,
            People people,
            Above above,
            Clock clock) {
        this.worklist = worklist;
        this.watched = watched;
        this.schedule = schedule;
        this.sendTimes = sendTimes;
        this.people = people;
        this.above = above;
        this.clock = clock;
    }

    /** The one due first first. */
    public List<Outlook> of(Cycle cycle) {
        List<OpenTask> tasks = worklist.ofCycle(cycle.id());
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<String, WatchedTasks.Entry> entries = watched.of(tasks).stream()
                .collect(Collectors.toMap(entry -> entry.task().id(), Function.identity()));
        List<Turn> turns = tasks.stream().map(Turn::of).toList();
        List<Person> holders = holders(cycle, turns);
        Ahead ahead = new Ahead(
                schedule.table(),
                above.of(cycle.municipality(), turns),
                sendTimes.of(cycle.municipality()),
                clock.instant());
        List<Outlook> outlooks = new ArrayList<>();
        for (int n = 0; n < tasks.size(); n++) {
            List<Person> own = holders.stream().filter(turns.get(n)::isOf).toList();
            WatchedTasks.Entry entry = entries.get(tasks.get(n).id());
            outlooks.add(
                    entry == null ? new Outlook(tasks.get(n), own, List.of(), null, null) : outlook(entry, own, ahead));
        }
        return outlooks;
    }

    private List<Person> holders(Cycle cycle, List<Turn> turns) {
        List<String> groups = turns.stream()
                .flatMap(turn -> turn.groups().stream())
                .distinct()
                .toList();
        List<Username> named =
                turns.stream().flatMap(turn -> turn.named().stream()).distinct().toList();
        return people.among(cycle.municipality(), groups, named);
    }

    private Outlook outlook(WatchedTasks.Entry entry, List<Person> holders, Ahead ahead) {
        List<Outlook.Told> told = entry.made().stream()
                .map(made -> new Outlook.Told(
                        made.notice(), made.audience(), made.sentAt(), made.leavesAt(), made.recipients()))
                .toList();
        Course course = schedule.course(ahead.table(), entry.watched());
        return new Outlook(
                entry.task(),
                holders,
                told,
                holders.isEmpty() ? null : ahead.reminder(entry, course, holders),
                ahead.escalation(entry, course));
    }

    /** What is needed to look ahead, read once for all tasks. */
    private record Ahead(ReminderPolicy.Table table, Above.Directory directory, SendTimes.Quiet quiet, Instant now) {

        Outlook.@Nullable Next reminder(WatchedTasks.Entry entry, Course course, List<Person> holders) {
            return course.next(now, telling -> telling.isTo(Audience.HOLDER))
                    .map(coming -> next(coming, entry, entry.turn().role(), holders))
                    .orElse(null);
        }

        /** Where a post is vacant, its superior hears at once what both levels would have heard. */
        Outlook.@Nullable Next escalation(WatchedTasks.Entry entry, Course course) {
            List<Username> know = entry.made().stream()
                    .filter(made -> made.audience() != Audience.HOLDER)
                    .flatMap(made -> made.recipients().stream())
                    .toList();
            for (Audience audience : List.of(Audience.NEXT_LEVEL, Audience.SECOND_LEVEL)) {
                Above.Superiors superiors = directory.superiors(entry.turn(), audience);
                List<Person> news = superiors.people().stream()
                        .filter(person -> !know.contains(person.username()))
                        .toList();
                Coming coming =
                        course.next(now, telling -> telling.isTo(audience)).orElse(null);
                if (!news.isEmpty() && coming != null) {
                    return next(coming, entry, superiors.role(), news);
                }
            }
            return null;
        }

        private Outlook.Next next(Coming coming, WatchedTasks.Entry entry, Role role, List<Person> to) {
            Instant leaves = quiet.leave(
                    coming.telling().urgency(), coming.at(), entry.watched().dueOn());
            return new Outlook.Next(coming.telling().notice(), leaves, role, to);
        }
    }
}
