package fi.hytekello.notification;

import fi.hytekello.cycle.DeadlineWords;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.platform.Dates;
import fi.hytekello.worklist.TaskKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words the mails about a task: that it has come, waits, is late, or keeps others waiting. */
@Component
class TaskMails implements LetterAuthor {

    private final MailWords words;
    private final Dates dates;
    private final DeadlineWords deadlines;
    private final ReminderSchedule schedule;

    TaskMails(MailWords words, Dates dates, DeadlineWords deadlines, ReminderSchedule schedule) {
        this.words = words;
        this.dates = dates;
        this.deadlines = deadlines;
        this.schedule = schedule;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return EnumSet.allOf(NotificationKind.class).stream()
                .filter(NotificationKind::isAboutTask)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<MailContent> write(Letter letter) {
        Locale in = letter.language();
        Role turn = Role.valueOf(Objects.requireNonNull(letter.payload().get("turn")));
        String name = words.taskName(letter);
        Instant due = letter.dueAt();
        String deadline = due == null ? "" : dates.moment(due, in);
        String key = "mail." + letter.kind() + (due == null ? ".undated" : ".subject");
        return List.of(new MailContent(
                in,
                words.text(key, in, placeAndBody(letter), name, deadline),
                words.greeting(letter),
                lead(letter, turn),
                facts(letter, turn, name),
                null,
                due == null ? null : closing(letter, turn),
                link(letter, turn)));
    }

    private List<Fact> facts(Letter letter, Role turn, String name) {
        Locale in = letter.language();
        List<Fact> facts = new ArrayList<>();
        facts.add(words.fact("task", name, in));
        addNamed(facts, "matter", "subject.", letter.payload().get("subject"), letter);
        addNamed(facts, "body", "decidedBy.", letter.payload().get("body"), letter);
        if (letter.party() != null) {
            facts.add(words.fact("party", letter.party(), in));
        }
        if (letter.department() != null) {
            facts.add(words.fact("department", letter.department(), in));
        }
        facts.add(words.municipality(letter));
        Instant due = letter.dueAt();
        if (due != null) {
            facts.add(words.fact("due", dates.moment(due, in), in));
            addWhy(facts, letter, due);
        }
        if (letter.kind() == NotificationKind.ESCALATION) {
            addNamed(facts, "turn", "mail.turn.", turn.name(), letter);
        }
        return facts;
    }

    private void addNamed(List<Fact> facts, String label, String prefix, @Nullable String code, Letter letter) {
        if (code != null) {
            String name = MailWords.capital(words.office(prefix + code, letter));
            facts.add(words.fact(label, name, letter.language()));
        }
    }

    /** Why the deadline is on that day, where it moved from a day off. */
    private void addWhy(List<Fact> facts, Letter letter, Instant due) {
        String milestone = letter.payload().get("milestone");
        String why = milestone == null
                ? null
                : deadlines.of(letter.cycle(), MilestoneKind.valueOf(milestone), due, letter.language());
        if (why != null) {
            facts.add(words.fact("why", why, letter.language()));
        }
    }

    /** Who is told instead of another, or after another, is told that too. */
    private String lead(Letter letter, Role turn) {
        Locale in = letter.language();
        List<String> sentences = new ArrayList<>();
        sentences.add(words.text("mail." + letter.kind() + ".lead", in));
        String vacant = letter.payload().get("vacant");
        if (vacant != null) {
            Arrays.stream(vacant.split(",", -1))
                    .map(role -> words.office("mail.vacant." + role, letter))
                    .forEach(sentences::add);
        } else if (Audience.SECOND_LEVEL.name().equals(letter.payload().get("audience"))) {
            sentences.add(words.text("mail.second." + Turn.nextLevel(turn, letter.municipalityCode()), in));
        }
        return String.join(" ", sentences);
    }

    /** Who is still late after a week has been told who hears of it; where all posts above are vacant, nobody does. */
    private @Nullable String closing(Letter letter, Role turn) {
        Locale in = letter.language();
        String key = "mail." + letter.kind() + ".closing";
        if (letter.kind() == NotificationKind.ESCALATION) {
            return words.text(key, in);
        }
        if (letter.kind().isRepeated()) {
            return null;
        }
        TaskKind kind = TaskKind.valueOf(letter.payload().getOrDefault("taskKind", TaskKind.ORDINARY.name()));
        OptionalInt days = schedule.escalationDays(kind, turn);
        // A first notice leaves the level open: until then, posts are filled and left.
        String next = letter.payload()
                .getOrDefault(
                        "next", Turn.nextLevel(turn, letter.municipalityCode()).name());
        return days.isEmpty() || next.isEmpty()
                ? null
                : words.text(key, in, days.getAsInt(), words.office("mail.next." + next, letter));
    }

    /** A director may do the department's task; who is told of another's lateness cannot open it. */
    private Fact link(Letter letter, Role turn) {
        boolean mayOpen = letter.kind() != NotificationKind.ESCALATION || turn == Role.DEPARTMENT;
        return mayOpen
                ? words.link("mail.open.task", "/tasks/" + letter.taskId(), letter.language())
                : letter.cycleOrNull() == null
                        ? words.link("mail.open.tasks", "/tasks", letter.language())
                        : words.link("mail.open.cycle", "/cycles/" + letter.cycle(), letter.language());
    }

    /** A secretary records for several bodies: the subject says for which. */
    private String placeAndBody(Letter letter) {
        if (letter.party() != null) {
            return letter.place() + ", " + letter.party();
        }
        String body = letter.payload().get("body");
        return body == null ? letter.place() : letter.place() + ", " + words.office("decidedBy." + body, letter);
    }
}
