package fi.hytekello.cycle.web;

import fi.hytekello.cycle.CalendarEffect;
import fi.hytekello.cycle.CalendarShift;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.DeadlineChange;
import fi.hytekello.cycle.DeadlineMove;
import fi.hytekello.cycle.DeadlineWords;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.cycle.TaskMove;
import fi.hytekello.cycle.TimerMove;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.DeadlineNotices;
import fi.hytekello.platform.web.Names;
import fi.hytekello.statement.RoundDeadlines;
import fi.hytekello.worklist.OpenTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a change of deadlines would do, in words, before it is confirmed. */
@Component
class DeadlinePreview {

    private final DeadlineNotices notices;
    private final RoundDeadlines statements;
    private final DeadlineWords words;
    private final People people;
    private final Names names;

    DeadlinePreview(
            DeadlineNotices notices, RoundDeadlines statements, DeadlineWords words, People people, Names names) {
        this.notices = notices;
        this.statements = statements;
        this.words = words;
        this.people = people;
        this.names = names;
    }

    /** @param why why the new day is that day, null where there is nothing to explain */
    record Change(DeadlineMove move, @Nullable String why, List<TaskLine> tasks, List<TimerMove> timers) {}

    /** @param whose turn it is, with what tells the task from its like */
    record TaskLine(TaskMove move, String whose) {}

    void fill(
            Cycle cycle,
            CalendarEffect effect,
            List<CalendarShift.Stay> stay,
            Map<String, String> given,
            Locale locale,
            Model model) {
        Map<Username, String> titles = people.titles(
                effect.tasks().stream()
                        .map(move -> move.task().assignee())
                        .filter(Objects::nonNull)
                        .toList(),
                locale);
        model.addAttribute("cycle", cycle);
        model.addAttribute("name", names.municipality(cycle.municipality(), locale) + " " + cycle.year());
        model.addAttribute("version", DeadlineForm.version(given));
        model.addAttribute("reason", given.getOrDefault("reason", "").strip());
        model.addAttribute("fields", fields(effect));
        model.addAttribute("warnings", effect.warnings());
        model.addAttribute("stay", stay);
        model.addAttribute(
                "changes",
                effect.moves().stream()
                        .map(move -> new Change(
                                move,
                                words.rolled(move.plannedAfter(), move.effectiveAfter(), locale),
                                effect.tasksOf(move.kind()).stream()
                                        .map(task -> new TaskLine(task, whose(task.task(), titles, locale)))
                                        .toList(),
                                effect.timersOf(move.kind())))
                        .toList());
        model.addAttribute(
                "told",
                notices.toBeTold(cycle, DeadlineChange.Cause.CALENDAR, effect.tasks()).stream()
                        .map(person -> person.title(locale))
                        .toList());
        model.addAttribute(
                "parties",
                effect.moves().stream().anyMatch(DeadlinePreview::movesStatements)
                        ? statements.told(cycle.id()).stream()
                                .map(party -> party.name(locale))
                                .toList()
                        : List.of());
    }

    private static boolean movesStatements(DeadlineMove move) {
        return move.kind() == MilestoneKind.STATEMENTS && move.movesDue();
    }

    /** What the confirmation sends: only the dates that change. */
    private static Map<String, String> fields(CalendarEffect effect) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (DeadlineMove move : effect.moves()) {
            if (!move.plannedBefore().equals(move.plannedAfter())) {
                fields.put(DateFields.due(move.kind()), move.plannedAfter().toString());
            }
            if (move.movesOpening() && move.kind() != MilestoneKind.INDICATORS) {
                fields.put(DateFields.opens(move.kind()), String.valueOf(move.opensAfter()));
            }
        }
        return fields;
    }

    private String whose(OpenTask task, Map<Username, String> titles, Locale locale) {
        String turn = turn(task, titles, locale);
        return task.body() == null
                ? turn
                : turn + ", " + names.office(task.municipality(), "decidedBy." + task.body(), locale);
    }

    private String turn(OpenTask task, Map<Username, String> titles, Locale locale) {
        Username person = task.assignee();
        if (task.isPersonal() && person != null) {
            return titles.getOrDefault(person, person.value());
        }
        if (task.department() != null) {
            return names.department(task.municipality(), task.department(), locale);
        }
        String role = task.groups().get(0).replace('-', '_').toUpperCase(Locale.ROOT);
        return names.office(task.municipality(), "role." + role, locale);
    }
}
