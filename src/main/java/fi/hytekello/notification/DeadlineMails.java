package fi.hytekello.notification;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.DeadlineChange;
import fi.hytekello.cycle.DeadlineHistory;
import fi.hytekello.cycle.DeadlineHistory.MovedTask;
import fi.hytekello.cycle.DeadlineMove;
import fi.hytekello.cycle.DeadlineWords;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.platform.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Words the news of changed deadlines: who has open tasks reads their old and new dates, who answers for the calendar
 * those of the steps, and all of them why.
 */
@Component
class DeadlineMails implements MailSource {

    private final DeadlineHistory history;
    private final DeadlineWords words;
    private final Cycles cycles;
    private final Municipalities municipalities;
    private final MessageSource messages;
    private final Dates dates;

    DeadlineMails(
            DeadlineHistory history,
            DeadlineWords words,
            Cycles cycles,
            Municipalities municipalities,
            MessageSource messages,
            Dates dates) {
        this.history = history;
        this.words = words;
        this.cycles = cycles;
        this.municipalities = municipalities;
        this.messages = messages;
        this.dates = dates;
    }

    @Override
    public boolean words(NotificationKind kind) {
        return kind == NotificationKind.DEADLINE_CHANGED;
    }

    @Override
    public OwnMail of(Asked asked) {
        DeadlineChange change = history.get(
                Long.parseLong(Objects.requireNonNull(asked.payload().get("change"))));
        List<MovedTask> tasks = history.tasks(
                change.id(), StringUtils.commaDelimitedListToSet(asked.payload().get("tasks")));
        Locale in = asked.language();
        boolean all = tasks.isEmpty() || Boolean.parseBoolean(asked.payload().get("steps"));
        List<OwnMail.Fact> own = tasks(asked.cycle(), change, tasks, in);
        List<OwnMail.Fact> steps = steps(change, in);
        List<OwnMail.Fact> facts = new ArrayList<>();
        if (all) {
            own.forEach(
                    fact -> facts.add(new OwnMail.Fact(text("mail.deadlines.task", in, fact.label()), fact.value())));
            facts.addAll(steps);
        } else {
            facts.addAll(own);
        }
        facts.add(new OwnMail.Fact(text("mail.fact.municipality", in), asked.municipality() + " " + asked.year()));
        return new OwnMail(
                subject(asked, all ? steps : own, in),
                text(tasks.isEmpty() ? "mail.deadlines.lead" : "mail.deadlines.lead.tasks", in),
                facts,
                new OwnMail.Fact(text("mail.deadlines.reason", in), reason(change, in)),
                all ? link("mail.deadlines.open", "/cycles/" + asked.cycle() + "/calendar", in) : taskLink(tasks, in),
                null);
    }

    /** Names the only thing that changed, or how many did. */
    private String subject(Asked asked, List<OwnMail.Fact> changed, Locale in) {
        return changed.size() == 1
                ? text(
                        "mail.deadlines.subject",
                        in,
                        asked.municipality(),
                        changed.get(0).label())
                : text("mail.deadlines.subject.many", in, asked.municipality(), changed.size());
    }

    private List<OwnMail.Fact> steps(DeadlineChange change, Locale in) {
        List<OwnMail.Fact> facts = new ArrayList<>();
        for (DeadlineMove move : change.moves()) {
            String name = text("milestone." + move.kind(), in);
            if (move.opensBefore() != null && move.opensAfter() != null && move.movesOpening()) {
                facts.add(new OwnMail.Fact(
                        text("mail.deadlines.opens", in, name),
                        text(
                                "mail.deadlines.moved",
                                in,
                                dates.day(move.opensAfter(), in),
                                dates.day(move.opensBefore(), in))));
            }
            if (move.movesDue()) {
                facts.add(new OwnMail.Fact(name, moved(move.dueBefore(), move.dueAfter(), why(move, in), in)));
            }
        }
        return facts;
    }

    private List<OwnMail.Fact> tasks(CycleId cycle, DeadlineChange change, List<MovedTask> tasks, Locale in) {
        Map<DepartmentCode, String> departments = municipalities
                .departments(cycles.get(cycle).municipality())
                .stream()
                .collect(Collectors.toMap(Department::code, department -> department.name(in)));
        List<OwnMail.Fact> facts = new ArrayList<>();
        for (MovedTask task : tasks) {
            String why = change.moves().stream()
                    .filter(move ->
                            move.kind() == task.milestone() && move.dueAfter().equals(task.after()))
                    .findFirst()
                    .map(move -> why(move, in))
                    .orElse(null);
            String name = text(task.nameKey(), in);
            String department = task.department() == null ? null : departments.get(task.department());
            facts.add(new OwnMail.Fact(
                    department == null ? name : name + ", " + department, moved(task.before(), task.after(), why, in)));
        }
        return facts;
    }

    private @Nullable String why(DeadlineMove move, Locale in) {
        return words.rolled(move.plannedAfter(), move.effectiveAfter(), in);
    }

    private String moved(Instant before, Instant after, @Nullable String why, Locale in) {
        String moved = text("mail.deadlines.moved", in, dates.moment(after, in), dates.moment(before, in));
        return why == null ? moved : moved + " " + why;
    }

    private String reason(DeadlineChange change, Locale in) {
        return change.reason() == null ? text("deadline.cause." + change.cause(), in) : change.reason();
    }

    private OwnMail.Fact taskLink(List<MovedTask> tasks, Locale in) {
        return tasks.size() == 1
                ? link("mail.open.task", "/tasks/" + tasks.get(0).id(), in)
                : link("mail.open.tasks", "/tasks", in);
    }

    private OwnMail.Fact link(String label, String path, Locale in) {
        return new OwnMail.Fact(text(label, in), path);
    }

    private String text(String key, Locale in, Object... arguments) {
        return messages.getMessage(key, arguments, in);
    }
}
