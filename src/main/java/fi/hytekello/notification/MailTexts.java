package fi.hytekello.notification;

import fi.hytekello.cycle.DeadlineWords;
import fi.hytekello.cycle.MilestoneKind;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.OfficeWords;
import fi.hytekello.municipality.Role;
import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.platform.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a letter into words of the recipient's language. */
@Component
class MailTexts {

    private final MessageSource messages;
    private final OfficeWords offices;
    private final Dates dates;
    private final DeadlineWords words;
    private final ReminderPolicy policy;
    private final SiteSettings site;
    private final List<MailSource> sources;
    private final List<LetterAuthor> authors;

    MailTexts(
            MessageSource messages,
            OfficeWords offices,
            Dates dates,
            DeadlineWords words,
            ReminderPolicy policy,
            SiteSettings site,
            List<MailSource> sources,
            List<LetterAuthor> authors) {
        this.messages = messages;
        this.offices = offices;
        this.dates = dates;
        this.words = words;
        this.policy = policy;
        this.site = site;
        this.sources = List.copyOf(sources);
        this.authors = authors;
    }

    /**
     * The mail, in one language or in both.
     *
     * @param attachments what the mail brings along
     */
    List<MailContent> of(Letter letter, List<Attachment> attachments) {
        if (letter.kind() == NotificationKind.COUNTY_DELIVERY) {
            return List.of(aboutDelivery(letter, attachments));
        }
        Optional<LetterAuthor> author = authors.stream()
                .filter(one -> one.kinds().contains(letter.kind()))
                .findFirst();
        if (author.isPresent()) {
            return author.get().write(letter.kind(), letter.payload(), letter.year());
        }
        return List.of(sources.stream()
                .filter(source -> source.words(letter.kind()))
                .findFirst()
                .map(source -> ofFeature(letter, source))
                .orElseGet(() -> letter.kind().isAboutTask() ? aboutTask(letter) : aboutDecision(letter)));
    }

    private MailContent ofFeature(Letter letter, MailSource source) {
        OwnMail own = source.of(new MailSource.Asked(
                letter.kind(),
                letter.cycle(),
                letter.year(),
                letter.municipality(),
                letter.address(),
                letter.payload(),
                letter.language()));
        List<Fact> facts = new ArrayList<>();
        addAbsent(facts, letter);
        own.facts().forEach(fact -> facts.add(new Fact(fact.label(), fact.value())));
        return new MailContent(
                letter.language(),
                own.subject(),
                greeting(letter),
                own.lead(),
                facts,
                own.comment() == null
                        ? null
                        : new Fact(own.comment().label(), own.comment().value()),
                null,
                own.link() == null
                        ? null
                        : new Fact(own.link().label(), address(own.link().value())),
                own.calendar());
    }

    private String address(String pathOrAddress) {
        return pathOrAddress.startsWith("/") ? site.link(pathOrAddress) : pathOrAddress;
    }

    private MailContent aboutDelivery(Letter letter, List<Attachment> attachments) {
        Locale in = letter.language();
        String year = Integer.toString(letter.year());
        // The first is what the delivery is about, the others belong to it.
        String name = attachments.isEmpty()
                ? text("mail.delivery.documents", in)
                : small(attachments.get(0).title());
        List<Fact> facts = new ArrayList<>();
        attachments.forEach(attachment -> facts.add(new Fact(
                attachment.title(), text("mail.delivery.attachment", in, attachment.name(), attachment.sha256()))));
        return new MailContent(
                in,
                text("mail.delivery.subject", in, letter.municipality(), name),
                greeting(letter),
                text("mail.delivery.lead", in, letter.municipality(), name),
                facts,
                null,
                text("mail.delivery.closing", in),
                link("mail.delivery.open", "/published/" + letter.municipalityCode() + "/" + year, letter),
                null);
    }

    private MailContent aboutTask(Letter letter) {
        Locale in = letter.language();
        Role turn = Role.valueOf(Objects.requireNonNull(letter.payload().get("turn")));
        String name = taskName(letter);
        Instant due = letter.dueAt();
        String deadline = due == null ? "" : dates.moment(due, in);

        List<Fact> facts = new ArrayList<>();
        addAbsent(facts, letter);
        facts.add(fact("task", name, in));
        addNamed(facts, "matter", "subject.", letter.payload().get("subject"), letter);
        addNamed(facts, "body", "decidedBy.", letter.payload().get("body"), letter);
        if (letter.party() != null) {
            facts.add(fact("party", letter.party(), in));
        }
        addPlace(facts, letter);
        if (due != null) {
            facts.add(fact("due", deadline, in));
            addWhy(facts, letter, due);
        }
        if (letter.kind() == NotificationKind.ESCALATION) {
            addNamed(facts, "turn", "mail.turn.", turn.name(), letter);
        }
        String key = "mail." + letter.kind();
        return new MailContent(
                in,
                text(due == null ? key + ".undated" : key + ".subject", in, placeAndBody(letter), name, deadline),
                greeting(letter),
                text(key + ".lead", in),
                facts,
                null,
                due == null ? null : closing(letter, turn),
                taskLink(letter, turn),
                null);
    }

    /** Why the deadline is on that day, where it moved from a day off. */
    private void addWhy(List<Fact> facts, Letter letter, Instant due) {
        String milestone = letter.payload().get("milestone");
        String why = milestone == null
                ? null
                : words.of(letter.cycle(), MilestoneKind.valueOf(milestone), due, letter.language());
        if (why != null) {
            facts.add(fact("why", why, letter.language()));
        }
    }

    private String closing(Letter letter, Role turn) {
        return text(
                "mail." + letter.kind() + ".closing",
                letter.language(),
                policy.timesOf(turn).escalationDays(),
                office("mail.next." + Turn.nextLevel(turn), letter));
    }

    /** A director may do the department's task; who is told of another's lateness cannot open it. */
    private Fact taskLink(Letter letter, Role turn) {
        boolean mayOpen = letter.kind() != NotificationKind.ESCALATION || turn == Role.DEPARTMENT;
        return mayOpen
                ? link("mail.open.task", "/tasks/" + letter.taskId(), letter)
                : link("mail.open.cycle", "/cycles/" + letter.cycle(), letter);
    }

    private MailContent aboutDecision(Letter letter) {
        Locale in = letter.language();
        Letter.Made decision = Objects.requireNonNull(letter.decision(), "decision");
        String subject = text("subject." + decision.subject(), in);
        String outcome = text("outcome." + decision.outcome(), in);
        String decider = office("decidedBy." + decision.by(), letter);

        List<Fact> facts = new ArrayList<>();
        addAbsent(facts, letter);
        facts.add(fact("decider", capital(decider), in));
        facts.add(fact("decidedOn", dates.day(decision.on(), in), in));
        if (decision.section() != null) {
            facts.add(fact("section", decision.section(), in));
        }
        if (decision.link() != null) {
            facts.add(fact("minutes", decision.link(), in));
        }
        if (decision.nextMeetingOn() != null) {
            facts.add(fact("nextMeeting", dates.day(decision.nextMeetingOn(), in), in));
        }
        addPlace(facts, letter);
        boolean returned = letter.kind() == NotificationKind.RETURNED;
        return new MailContent(
                in,
                text("mail.decision.subject", in, place(letter), subject, outcome, decider, dates.date(decision.on())),
                greeting(letter),
                capital(text("mail.decision.lead", in, subject, outcome)),
                facts,
                decision.comment() == null ? null : fact("comment", decision.comment(), in),
                returned ? text("mail.RETURNED.closing", in) : null,
                returned ? link("mail.open.tasks", "/tasks", letter) : decisionLink(letter, decision),
                null);
    }

    /** A budget's decision is best understood from its annex, which lists also what was left out and why. */
    private Fact decisionLink(Letter letter, Letter.Made decision) {
        return decision.subject() == Subject.BUDGET
                ? link("mail.open.annex", "/cycles/" + letter.cycle() + "/annex", letter)
                : link("mail.open.cycle", "/cycles/" + letter.cycle(), letter);
    }

    private String taskName(Letter letter) {
        String activity = Objects.requireNonNull(letter.payload().get("task"));
        String name = messages.getMessage(
                Objects.requireNonNull(letter.payload().get("name")), null, activity, letter.language());
        return name == null ? activity : name;
    }

    private String greeting(Letter letter) {
        Locale in = letter.language();
        return letter.title() == null
                ? text("mail.greeting.nobody", in)
                : text("mail.greeting", in, small(letter.title()));
    }

    private static String place(Letter letter) {
        return letter.department() == null ? letter.municipality() : letter.municipality() + ", " + letter.department();
    }

    /** A secretary records for several bodies: the subject says for which. */
    private String placeAndBody(Letter letter) {
        if (letter.party() != null) {
            return place(letter) + ", " + letter.party();
        }
        String body = letter.payload().get("body");
        return body == null ? place(letter) : place(letter) + ", " + office("decidedBy." + body, letter);
    }

    private void addPlace(List<Fact> facts, Letter letter) {
        if (letter.department() != null) {
            facts.add(fact("department", letter.department(), letter.language()));
        }
        facts.add(fact("municipality", letter.municipality() + " " + letter.year(), letter.language()));
    }

    private void addAbsent(List<Fact> facts, Letter letter) {
        if (letter.absent() != null) {
            facts.add(fact("absent", letter.absent(), letter.language()));
        }
    }

    private void addNamed(List<Fact> facts, String label, String prefix, @Nullable String code, Letter letter) {
        if (code != null) {
            facts.add(fact(label, capital(office(prefix + code, letter)), letter.language()));
        }
    }

    private Fact fact(String label, String value, Locale in) {
        return new Fact(text("mail.fact." + label, in), value);
    }

    private Fact link(String label, String path, Letter letter) {
        return new Fact(text(label, letter.language()), site.link(path));
    }

    /** A text that names an office, as the letter's municipality calls it. */
    private String office(String key, Letter letter) {
        return offices.text(key, letter.city(), letter.language());
    }

    private String text(String key, Locale in, Object... arguments) {
        return messages.getMessage(key, arguments, in);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String small(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
