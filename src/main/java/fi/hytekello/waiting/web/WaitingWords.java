package fi.hytekello.waiting.web;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.YearClock;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.Audience;
import fi.hytekello.notification.Outlook;
import fi.hytekello.platform.Dates;
import fi.hytekello.platform.web.Names;
import fi.hytekello.waiting.EngineWait;
import fi.hytekello.waiting.WhyWaiting.TaskWait;
import fi.hytekello.waiting.WhyWaiting.Why;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDetails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts into words why a year waits. */
@Component
class WaitingWords {

    private static final String STATEMENT = "Activity_RecordStatement";

    private final MessageSource messages;
    private final Dates dates;
    private final Names names;
    private final People people;
    private final List<TaskDetails> details;
    private final YearClock clock;

    WaitingWords(
            MessageSource messages,
            Dates dates,
            Names names,
            People people,
            List<TaskDetails> details,
            YearClock clock) {
        this.messages = messages;
        this.dates = dates;
        this.names = names;
        this.people = people;
        this.details = details;
        this.clock = clock;
    }

    /**
     * A task in words.
     *
     * @param matter department, party, body or document that tells it from others of its kind, null where none does
     * @param turn on whom it waits
     * @param claimed who has taken it, null while nobody has
     * @param lateDays calendar days since the deadline, 0 while it is not missed
     */
    record Task(
            OpenTask task,
            @Nullable String matter,
            String turn,
            @Nullable String claimed,
            boolean late,
            long lateDays,
            List<String> told,
            List<String> ahead) {}

    /** What needs an administrator, and what goes on by itself. */
    record Words(List<String> failures, List<String> dates, List<Task> tasks) {}

    Words of(Why why, MunicipalityCode municipality, Locale in) {
        List<OpenTask> open =
                why.tasks().stream().map(wait -> wait.outlook().task()).toList();
        Named named = new Named(
                departments(municipality, in),
                open.isEmpty() ? Map.of() : details(open, in),
                people.titles(mentioned(why.tasks()), in));
        String parties = open.stream()
                .filter(task -> task.task().equals(STATEMENT))
                .map(task -> named.details().getOrDefault(task.id(), ""))
                .collect(Collectors.joining(", "));
        return new Words(
                why.failures().stream().map(wait -> failure(wait, in)).toList(),
                why.dates().stream()
                        .map(wait -> date(wait, municipality, parties, in))
                        .toList(),
                why.tasks().stream().map(wait -> task(wait, named, in)).toList());
    }

    /** Names of what the tasks mention, in the reader's language. */
    private record Named(
            Map<DepartmentCode, String> departments, Map<String, String> details, Map<Username, String> titles) {

        String title(Username username) {
            return titles.getOrDefault(username, username.value());
        }
    }

    private String failure(EngineWait wait, Locale in) {
        return text("waiting.failed", in, dates.moment(Objects.requireNonNull(wait.since()), in), name(wait, in));
    }

    private String date(EngineWait wait, MunicipalityCode municipality, String parties, Locale in) {
        String day = wait.at() == null ? "" : dates.dayOf(wait.at(), in);
        return switch (wait.kind()) {
            case MEETING ->
                text(
                        "waiting.MEETING",
                        in,
                        day,
                        capital(names.office(municipality, "decidedBy." + wait.body(), in)),
                        text("subject." + wait.subject(), in));
            case ANSWERS -> text("waiting.ANSWERS", in, day, parties.isEmpty() ? "" : " (" + parties + ")");
            default -> text("waiting." + wait.kind(), in, day, name(wait, in));
        };
    }

    private String name(EngineWait wait, Locale in) {
        String ofTimers = text("waiting.step.timer", in);
        return Objects.requireNonNull(messages.getMessage(wait.nameKey(), null, ofTimers, in));
    }

    private Task task(TaskWait wait, Named named, Locale in) {
        Outlook outlook = wait.outlook();
        OpenTask task = outlook.task();
        Username assignee = task.assignee();
        return new Task(
                task,
                matter(task, named, in),
                turn(outlook, in),
                assignee == null || task.isPersonal() ? null : named.title(assignee),
                wait.late(),
                lateDays(task),
                outlook.told().stream().map(told -> told(told, named, in)).toList(),
                ahead(wait, in));
    }

    private @Nullable String matter(OpenTask task, Named named, Locale in) {
        String matter = Stream.of(
                        named.departments().get(task.department()),
                        named.details().get(task.id()),
                        task.body() == null ? null : names.office(task.municipality(), "decidedBy." + task.body(), in),
                        task.subject() == null ? null : text("subject." + task.subject(), in))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return matter.isEmpty() ? null : matter;
    }

    private String turn(Outlook outlook, Locale in) {
        if (!outlook.holders().isEmpty()) {
            return titles(outlook.holders(), in);
        }
        return text("waiting.nobody", in);
    }

    private long lateDays(OpenTask task) {
        Instant due = task.dueAt();
        return due == null
                ? 0
                : Math.max(0, ChronoUnit.DAYS.between(LocalDate.ofInstant(due, Finland.ZONE), clock.today()));
    }

    private String told(Outlook.Told told, Named named, Locale in) {
        Instant sent = told.sentAt();
        Instant leaves = told.leavesAt();
        String when = sent != null
                ? dates.moment(sent, in)
                : leaves != null
                        ? text("waiting.leaves", in, dates.moment(leaves, in))
                        : text("waiting.unsendable", in);
        String to = told.recipients().stream().map(named::title).collect(Collectors.joining(", "));
        return text("waiting.told." + told.notice(), in, when, to);
    }

    private record Coming(Instant at, String text) {}

    private List<String> ahead(TaskWait wait, Locale in) {
        List<Coming> ahead = new ArrayList<>();
        Outlook.Next reminder = wait.outlook().nextReminder();
        if (reminder != null) {
            Instant at = reminder.leavesAt();
            ahead.add(new Coming(at, text("waiting.next." + reminder.notice(), in, dates.moment(at, in))));
        }
        Outlook.Next escalation = wait.outlook().nextEscalation();
        if (escalation != null) {
            Instant at = escalation.leavesAt();
            ahead.add(new Coming(
                    at, text("waiting.next.ESCALATION", in, dates.moment(at, in), titles(escalation.to(), in))));
        }
        Instant timer = wait.nextTimer();
        if (timer != null) {
            ahead.add(new Coming(timer, text("waiting.next.timer", in, dates.moment(timer, in))));
        }
        return ahead.stream()
                .sorted(Comparator.comparing(Coming::at))
                .map(Coming::text)
                .toList();
    }

    private Map<DepartmentCode, String> departments(MunicipalityCode municipality, Locale in) {
        return names.departments(municipality).stream()
                .collect(Collectors.toMap(Department::code, department -> department.name(in)));
    }

    private Map<String, String> details(List<OpenTask> tasks, Locale in) {
        Map<String, String> all = new HashMap<>();
        details.forEach(feature -> all.putAll(feature.of(tasks, in)));
        return all;
    }

    /** Those told above, and those who have taken a task. */
    private static Collection<Username> mentioned(List<TaskWait> tasks) {
        return tasks.stream()
                .map(TaskWait::outlook)
                .flatMap(outlook -> Stream.concat(
                        Stream.ofNullable(outlook.task().assignee()),
                        outlook.told().stream()
                                .filter(told -> told.audience() != Audience.HOLDER)
                                .flatMap(told -> told.recipients().stream())))
                .distinct()
                .toList();
    }

    private static String titles(List<Person> persons, Locale in) {
        return persons.stream().map(person -> person.title(in)).distinct().collect(Collectors.joining(", "));
    }

    private String text(String key, Locale in, Object... arguments) {
        return messages.getMessage(key, arguments, in);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
