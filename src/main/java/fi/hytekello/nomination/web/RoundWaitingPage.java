package fi.hytekello.nomination.web;

import fi.hytekello.body.Registers;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundId;
import fi.hytekello.nomination.RoundWaits;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskNames;
import fi.hytekello.worklist.Worklist;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Why a round of nominations waits, for everybody of its council; nothing of the nominees. */
@Controller
class RoundWaitingPage {

    private final Rounds rounds;
    private final RoundWaits waits;
    private final Registers registers;
    private final Worklist worklist;
    private final TaskNames names;
    private final People people;
    private final Clock clock;

    RoundWaitingPage(
            Rounds rounds,
            RoundWaits waits,
            Registers registers,
            Worklist worklist,
            TaskNames names,
            People people,
            Clock clock) {
        this.rounds = rounds;
        this.waits = waits;
        this.registers = registers;
        this.worklist = worklist;
        this.names = names;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A task in words.
     *
     * @param turn on whom it waits; empty where nobody has the role
     */
    record Task(OpenTask task, String name, String matter, String turn, boolean late, boolean own) {}

    @GetMapping("/nominations/{tenant}/{id}/waiting")
    String show(
            @PathVariable MunicipalityCode tenant, @PathVariable long id, Person person, Locale locale, Model model) {
        Municipality council = registers.readableBy(person, tenant);
        Round round = rounds.get(tenant, new RoundId(id));
        model.addAttribute("tenant", council);
        model.addAttribute("round", round);
        model.addAttribute("waits", waits.of(round.id()));
        model.addAttribute("tasks", tasks(round, person, locale));
        return "forms/nomination/round-waiting";
    }

    private List<Task> tasks(Round round, Person person, Locale locale) {
        List<OpenTask> open = worklist.ofMatter(round.matter());
        Map<String, TaskNames.TaskName> named = names.of(open, person, locale).stream()
                .collect(Collectors.toMap(TaskNames.TaskName::id, Function.identity()));
        List<String> groups =
                open.stream().flatMap(task -> task.groups().stream()).distinct().toList();
        List<Person> holders = groups.isEmpty() ? List.of() : people.inGroups(round.keeper(), groups);
        return open.stream()
                .map(task -> task(task, Objects.requireNonNull(named.get(task.id())), holders, person, locale))
                .toList();
    }

    private Task task(OpenTask task, TaskNames.TaskName name, List<Person> holders, Person reader, Locale locale) {
        String turn = holders.stream()
                .filter(holder ->
                        task.groups().stream().anyMatch(group -> holder.isInGroup(group, task.municipality())))
                .map(holder -> holder.title(locale))
                .distinct()
                .collect(Collectors.joining(", "));
        Instant due = task.dueAt();
        boolean late = due != null && clock.instant().isAfter(due);
        return new Task(task, name.name(), name.matter(), turn, late, task.isFor(reader));
    }
}
