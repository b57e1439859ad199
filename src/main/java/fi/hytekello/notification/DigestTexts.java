package fi.hytekello.notification;

import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.platform.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts several letters of one person into one mail: what is late first, then by deadline, then what is only to be known. */
@Component
class DigestTexts {

    private final MailWords words;
    private final MessageSource messages;
    private final Dates dates;

    DigestTexts(MailWords words, MessageSource messages, Dates dates) {
        this.words = words;
        this.messages = messages;
        this.dates = dates;
    }

    /** A letter with its words, and its deadline where it is a task. */
    private record Matter(
            Letter letter, MailContent words, @Nullable Instant due) {

        boolean isTask() {
            return letter.kind().isAboutTask();
        }
    }

    /** @param author words each letter, in one language or in both */
    Digest of(Mail mail, Function<Letter, List<MailContent>> author) {
        Locale in = mail.language();
        List<Matter> matters = mail.letters().stream()
                .map(letter -> new Matter(letter, author.apply(letter).get(0), letter.dueAt()))
                .sorted(Comparator.comparing(Matter::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        Predicate<Matter> late = matter ->
                matter.isTask() && matter.due() != null && matter.due().isBefore(mail.asOf());
        List<Digest.Section> sections = new ArrayList<>();
        add(sections, "late", matters.stream().filter(late), mail);
        add(sections, "tasks", matters.stream().filter(Matter::isTask).filter(late.negate()), mail);
        add(sections, "news", matters.stream().filter(matter -> !matter.isTask()), mail);
        long missed = matters.stream().filter(late).count();
        return new Digest(
                in,
                subject(mail, missed, matters),
                matters.get(0).words().greeting(),
                words.text(missed > 0 ? "digest.lead.late" : "digest.lead", in, matters.size(), missed),
                sections,
                words.link("mail.open.tasks", "/tasks", in));
    }

    private String subject(Mail mail, long late, List<Matter> matters) {
        Locale in = mail.language();
        String municipality = mail.first().municipality();
        if (late > 0) {
            return words.text("digest.subject.late", in, municipality, matters.size(), late);
        }
        return matters.stream()
                .filter(Matter::isTask)
                .map(Matter::due)
                .filter(Objects::nonNull)
                .findFirst()
                .map(next ->
                        words.text("digest.subject.next", in, municipality, matters.size(), dates.moment(next, in)))
                .orElseGet(() -> words.text("digest.subject", in, municipality, matters.size()));
    }

    private void add(List<Digest.Section> sections, String key, Stream<Matter> matters, Mail mail) {
        List<Digest.Item> items = matters.map(matter -> item(matter, mail)).toList();
        if (!items.isEmpty()) {
            sections.add(new Digest.Section(words.text("digest." + key, mail.language()), items));
        }
    }

    private Digest.Item item(Matter matter, Mail mail) {
        MailContent content = matter.words();
        String title = matter.isTask() ? words.taskName(matter.letter()) : withoutStop(content.lead());
        return new Digest.Item(
                title,
                messages.getMessage("digest.note." + matter.letter().kind(), null, null, mail.language()),
                facts(matter, mail),
                content.comment(),
                content.link());
    }

    /** What the single mail would say, without what the digest says already. */
    private List<Fact> facts(Matter matter, Mail mail) {
        Locale in = mail.language();
        Set<String> said = Set.of(
                words.text("mail.fact.task", in),
                words.text("mail.fact.municipality", in),
                words.text("mail.fact.due", in));
        List<Fact> facts = new ArrayList<>();
        Instant due = matter.due();
        if (due != null) {
            facts.add(new Fact(words.text("mail.fact.due", in), dates.moment(due, in)));
        }
        matter.words().facts().stream()
                .filter(fact -> !said.contains(fact.label()))
                .forEach(facts::add);
        Integer year = matter.letter().yearOrNull();
        if (year != null
                && mail.letters().stream().map(Letter::yearOrNull).distinct().count() > 1) {
            facts.add(new Fact(words.text("digest.year", in), year.toString()));
        }
        return facts;
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
