package fi.hytekello.cycle.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.DeadlineChange;
import fi.hytekello.cycle.DeadlineHistory;
import fi.hytekello.cycle.DeadlineMove;
import fi.hytekello.cycle.Milestone;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.YearClock;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.web.Names;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The calendar with its date fields: as it is, or with what somebody has given already. */
@Component
class DeadlineForm {

    private final YearClock yearClock;
    private final DeadlineHistory history;
    private final People people;
    private final Names names;
    private final Clock clock;

    DeadlineForm(YearClock yearClock, DeadlineHistory history, People people, Names names, Clock clock) {
        this.yearClock = yearClock;
        this.history = history;
        this.people = people;
        this.names = names;
        this.clock = clock;
    }

    /**
     * A step and its fields.
     *
     * @param due the value of the field for its last day, null where that cannot change any more
     * @param opens the same for its first day, null also where the step has none
     * @param byOther true where somebody else has changed it since the given dates were decided on
     */
    record Row(
            YearClock.Step step,
            @Nullable String due,
            @Nullable String opens,
            boolean byOther) {}

    /** The version of the calendar that the sender of the form has seen. */
    static int version(Map<String, String> given) {
        try {
            return Integer.parseInt(given.getOrDefault("version", ""));
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }

    /** @param given what was sent before, empty where nothing was */
    void fill(Cycle cycle, Person person, Map<String, String> given, Locale locale, Model model) {
        List<DeadlineChange> changes = history.of(cycle.id());
        boolean mayChange =
                cycle.state() == Cycle.State.RUNNING && person.holds(Role.COORDINATOR, cycle.municipality());
        model.addAttribute("cycle", cycle);
        model.addAttribute("name", names.municipality(cycle.municipality(), locale) + " " + cycle.year());
        model.addAttribute("mayChange", mayChange);
        model.addAttribute("rows", rows(cycle, given));
        model.addAttribute("version", history.version(cycle.id()));
        model.addAttribute("given", given);
        model.addAttribute("changes", changes);
        model.addAttribute(
                "who", people.titles(changes.stream().map(DeadlineChange::by).collect(toSet()), locale));
    }

    private List<Row> rows(Cycle cycle, Map<String, String> given) {
        Map<MilestoneKind, DeadlineMove> since = given.isEmpty() ? Map.of() : since(cycle.id(), version(given));
        Instant now = clock.instant();
        return yearClock.steps(cycle).stream()
                .map(step -> row(step, given, since.get(step.milestone().kind()), now))
                .toList();
    }

    /** What was seen of each step that has changed since. */
    private Map<MilestoneKind, DeadlineMove> since(CycleId cycle, int version) {
        return history.since(cycle, version).stream()
                .collect(toMap(DeadlineMove::kind, move -> move, (first, later) -> first));
    }

    private static Row row(YearClock.Step step, Map<String, String> given, @Nullable DeadlineMove since, Instant now) {
        Milestone milestone = step.milestone();
        return new Row(
                step,
                step.isOver(now)
                        ? null
                        : value(
                                given.get(DateFields.due(milestone.kind())),
                                milestone.plannedOn(),
                                since == null ? null : since.plannedBefore()),
                milestone.opensOn() == null || !step.isToOpen()
                        ? null
                        : value(
                                given.get(DateFields.opens(milestone.kind())),
                                milestone.opensOn(),
                                since == null ? null : since.opensBefore()),
                since != null);
    }

    /** What was given, unless it is only the day that was there before somebody else changed it. */
    private static String value(@Nullable String given, LocalDate current, @Nullable LocalDate seen) {
        return given == null || Objects.equals(given, String.valueOf(seen)) ? current.toString() : given;
    }
}
