package fi.hytekello.notification;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.DeadlineChange;
import fi.hytekello.cycle.DeadlineHistory;
import fi.hytekello.cycle.DeadlineHistory.MovedTask;
import fi.hytekello.cycle.DeadlineMove;
import fi.hytekello.cycle.DeadlineWords;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.platform.Dates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Words the news of changed deadlines: who has open tasks reads their old and new dates, who answers for the calendar
 * those of the steps, and all of them why.
 */
@Component
class DeadlineMails implements LetterAuthor {

    private static final Duration SAMPLE_DELAY = Duration.ofDays(14);

    private final DeadlineHistory history;
    private final DeadlineWords deadlines;
    private final Municipalities municipalities;
    private final MailWords words;
    private final Dates dates;

    DeadlineMails(
            DeadlineHistory history,
            DeadlineWords deadlines,
            Municipalities municipalities,
            MailWords words,
            Dates dates) {
        this.history = history;
        this.deadlines = deadlines;
        this.municipalities = municipalities;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(NotificationKind.DEADLINE_CHANGED);
    }

    @Override
    public List<MailContent> write(Letter letter) {
        DeadlineChange change = history.get(
                Long.parseLong(Objects.requireNonNull(letter.payload().get("change"))));
        List<MovedTask> tasks = history.tasks(
                change.id(),
                StringUtils.commaDelimitedListToSet(letter.payload().get("tasks")));
        return List.of(content(letter, change, tasks));
    }

    @Override
    public List<MailContent> sample(Letter letter) {
        Instant before = MailPreviews.moment(letter);
        Instant after = before.plus(SAMPLE_DELAY);
        MilestoneKind step = MilestoneKind.MEASURE_REPORTS;
        LocalDate planned = LocalDate.ofInstant(after, Finland.ZONE);
        DeadlineMove move =
                new DeadlineMove(step, null, null, LocalDate.ofInstant(before, Finland.ZONE), planned, before, after);
        DeadlineChange change = new DeadlineChange(
                0,
                letter.cycle(),
                before,
                new Username("sample"),
                DeadlineChange.Cause.CALENDAR,
                words.text("mail.sample.delay", letter.language()),
                List.of(move));
        MovedTask task = new MovedTask(
                MailPreviews.SAMPLE, "task.WelfareReport.Activity_ReportMeasures", step, null, before, after);
        return List.of(content(letter, change, List.of(task)));
    }

    private MailContent content(Letter letter, DeadlineChange change, List<MovedTask> tasks) {
        Locale in = letter.language();
        boolean all = tasks.isEmpty() || Boolean.parseBoolean(letter.payload().get("steps"));
        List<Fact> own = tasks(letter, change, tasks);
        List<Fact> steps = steps(change, in);
        List<Fact> facts = new ArrayList<>();
        if (all) {
            own.forEach(fact -> facts.add(new Fact(words.text("mail.deadlines.task", in, fact.label()), fact.value())));
            facts.addAll(steps);
        } else {
            facts.addAll(own);
        }
        facts.add(words.municipality(letter));
        return new MailContent(
                in,
                subject(letter, all ? steps : own),
                words.greeting(letter),
                words.text(tasks.isEmpty() ? "mail.deadlines.lead" : "mail.deadlines.lead.tasks", in),
                facts,
                new Fact(words.text("mail.deadlines.reason", in), reason(change, in)),
                null,
                all
                        ? words.link("mail.deadlines.open", "/cycles/" + letter.cycle() + "/calendar", in)
                        : taskLink(tasks, in));
    }

    /** Names the only thing that changed, or how many did. */
    private String subject(Letter letter, List<Fact> changed) {
        Locale in = letter.language();
        return changed.size() == 1
                ? words.text(
                        "mail.deadlines.subject",
                        in,
                        letter.municipality(),
                        changed.get(0).label())
                : words.text("mail.deadlines.subject.many", in, letter.municipality(), changed.size());
    }

    private List<Fact> steps(DeadlineChange change, Locale in) {
        List<Fact> facts = new ArrayList<>();
        for (DeadlineMove move : change.moves()) {
            String name = words.text("milestone." + move.kind(), in);
            if (move.opensBefore() != null && move.opensAfter() != null && move.movesOpening()) {
                facts.add(new Fact(
                        words.text("mail.deadlines.opens", in, name),
                        words.text(
                                "mail.deadlines.moved",
                                in,
                                dates.day(move.opensAfter(), in),
                                dates.day(move.opensBefore(), in))));
            }
            if (move.movesDue()) {
                facts.add(new Fact(name, moved(move.dueBefore(), move.dueAfter(), why(move, in), in)));
            }
        }
        return facts;
    }

    private List<Fact> tasks(Letter letter, DeadlineChange change, List<MovedTask> tasks) {
        Locale in = letter.language();
        Map<DepartmentCode, String> departments = municipalities.departments(letter.municipalityCode()).stream()
                .collect(Collectors.toMap(Department::code, department -> department.name(in)));
        List<Fact> facts = new ArrayList<>();
        for (MovedTask task : tasks) {
            String why = change.moves().stream()
                    .filter(move ->
                            move.kind() == task.milestone() && move.dueAfter().equals(task.after()))
                    .findFirst()
                    .map(move -> why(move, in))
                    .orElse(null);
            String name = words.text(task.nameKey(), in);
            String department = task.department() == null ? null : departments.get(task.department());
            facts.add(new Fact(
                    department == null ? name : name + ", " + department, moved(task.before(), task.after(), why, in)));
        }
        return facts;
    }

    private @Nullable String why(DeadlineMove move, Locale in) {
        return deadlines.rolled(move.plannedAfter(), move.effectiveAfter(), in);
    }

    private String moved(Instant before, Instant after, @Nullable String why, Locale in) {
        String moved = words.text("mail.deadlines.moved", in, dates.moment(after, in), dates.moment(before, in));
        return why == null ? moved : moved + " " + why;
    }

    private String reason(DeadlineChange change, Locale in) {
        return change.reason() == null ? words.text("deadline.cause." + change.cause(), in) : change.reason();
    }

    private Fact taskLink(List<MovedTask> tasks, Locale in) {
        return tasks.size() == 1
                ? words.link("mail.open.task", "/tasks/" + tasks.get(0).id(), in)
                : words.link("mail.open.tasks", "/tasks", in);
    }
}
