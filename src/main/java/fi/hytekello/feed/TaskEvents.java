package fi.hytekello.feed;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.Milestone;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.YearClock.Standing;
import fi.hytekello.cycle.YearClock.Step;
import fi.hytekello.municipality.Person;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskNames;
import fi.hytekello.worklist.TaskNames.TaskName;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * One person's work: the steps in which the person's roles have tasks, and the open tasks. A task that is due with its
 * step stands in the step's event; one that is due on its own, because it opened late, has an event of its own.
 */
@Component
class TaskEvents {

    private record Named(OpenTask task, TaskName name) {}

    private final Worklist worklist;
    private final TaskNames names;
    private final StepEvents steps;
    private final FeedWords words;

    TaskEvents(Worklist worklist, TaskNames names, StepEvents steps, FeedWords words) {
        this.worklist = worklist;
        this.names = names;
        this.steps = steps;
        this.words = words;
    }

    List<FeedEvent> of(Years years, Person person) {
        List<Named> tasks = tasks(person, years.language());
        List<FeedEvent> events =
                new ArrayList<>(steps.of(years, (cycle, step) -> part(years, cycle, step, person, tasks)));
        tasks.stream()
                .filter(one -> isDueOnItsOwn(one.task(), years))
                .map(one -> event(one, years.language()))
                .forEach(events::add);
        return events;
    }

    private List<Named> tasks(Person person, Locale in) {
        List<OpenTask> open = worklist.of(person);
        List<TaskName> named = names.of(open, person, in);
        List<Named> tasks = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            tasks.add(new Named(open.get(i), named.get(i)));
        }
        return tasks;
    }

    private Optional<StepEvents.Part> part(Years years, Cycle cycle, Step step, Person person, List<Named> tasks) {
        MilestoneKind kind = step.milestone().kind();
        List<Named> here = tasks.stream()
                .filter(one ->
                        one.task().cycle().equals(cycle.id()) && one.task().milestone() == kind)
                .filter(one -> !isDueOnItsOwn(one.task(), years))
                .toList();
        boolean acts = Actors.of(kind).stream().anyMatch(role -> person.holds(role, cycle.municipality()));
        if (here.isEmpty() && !acts) {
            return Optional.empty();
        }
        String path = here.size() == 1 ? path(here.get(0).task()) : "/cycles/" + cycle.id();
        return Optional.of(new StepEvents.Part(what(here, step, years.language()), path));
    }

    private String what(List<Named> open, Step step, Locale in) {
        if (open.isEmpty()) {
            return words.text(step.standing() == Standing.DONE ? "feed.work.done" : "feed.work.none", in);
        }
        return open.stream()
                .map(one -> one.name().name() + " (" + one.name().matter() + "): " + words.address(path(one.task())))
                .collect(Collectors.joining("\n", words.text("feed.work.open", in) + "\n", ""));
    }

    private static boolean isDueOnItsOwn(OpenTask task, Years years) {
        Instant due = task.dueAt();
        return due != null
                && !Optional.ofNullable(task.milestone())
                        .flatMap(kind -> years.milestone(task.cycle(), kind))
                        .map(Milestone::dueAt)
                        .filter(due::equals)
                        .isPresent();
    }

    private FeedEvent event(Named one, Locale in) {
        String path = path(one.task());
        return new FeedEvent(
                "task-" + one.task().id(),
                FeedEvent.deadline(Objects.requireNonNull(one.task().dueAt())),
                words.text("feed.task", in, one.name().name(), one.name().matter()),
                words.description(path, in, words.text("feed.task.late", in)),
                null,
                path,
                false);
    }

    private static String path(OpenTask task) {
        return "/tasks/" + task.id();
    }
}
