package fi.hytekello.notification;

import fi.hytekello.decision.Subject;
import fi.hytekello.notification.MailContent.Fact;
import fi.hytekello.platform.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Words the news of decisions, as they stand in the record when the mail leaves. */
@Component
class DecisionMails implements LetterAuthor {

    private final MailWords words;
    private final Dates dates;

    DecisionMails(MailWords words, Dates dates) {
        this.words = words;
        this.dates = dates;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(NotificationKind.RETURNED, NotificationKind.DECISION_MADE);
    }

    @Override
    public List<MailContent> write(Letter letter) {
        Locale in = letter.language();
        Letter.Made decision = Objects.requireNonNull(letter.decision(), "decision");
        String matter = words.text("subject." + decision.subject(), in);
        String outcome = words.text("outcome." + decision.outcome(), in);
        String decider = words.office("decidedBy." + decision.by(), letter);
        boolean returned = letter.kind() == NotificationKind.RETURNED;
        return List.of(new MailContent(
                in,
                words.withDiaryNumber(
                        words.text(
                                "mail.decision.subject",
                                in,
                                letter.place(),
                                matter,
                                outcome,
                                decider,
                                dates.date(decision.on())),
                        decision.diaryNumber(),
                        in),
                words.greeting(letter),
                MailWords.capital(words.text("mail.decision.lead", in, matter, outcome)),
                facts(letter, decision, decider),
                decision.comment() == null ? null : words.fact("comment", decision.comment(), in),
                returned ? words.text("mail.RETURNED.closing", in) : null,
                returned ? words.link("mail.open.tasks", "/tasks", in) : link(letter, decision)));
    }

    private List<Fact> facts(Letter letter, Letter.Made decision, String decider) {
        Locale in = letter.language();
        List<Fact> facts = new ArrayList<>();
        facts.add(words.fact("decider", MailWords.capital(decider), in));
        facts.add(words.fact("decidedOn", dates.day(decision.on(), in), in));
        if (decision.section() != null) {
            facts.add(words.fact("section", decision.section(), in));
        }
        if (decision.diaryNumber() != null) {
            facts.add(words.fact("diaryNumber", decision.diaryNumber(), in));
        }
        if (decision.link() != null) {
            facts.add(words.fact("minutes", decision.link(), in));
        }
        if (decision.nextMeetingOn() != null) {
            facts.add(words.fact("nextMeeting", dates.day(decision.nextMeetingOn(), in), in));
        }
        if (letter.department() != null) {
            facts.add(words.fact("department", letter.department(), in));
        }
        facts.add(words.municipality(letter));
        return facts;
    }

    /** A budget's decision is best understood from its annex, which lists also what was left out and why. */
    private Fact link(Letter letter, Letter.Made decision) {
        return decision.subject() == Subject.BUDGET
                ? words.link("mail.open.annex", "/cycles/" + letter.cycle() + "/annex", letter.language())
                : words.link("mail.open.cycle", "/cycles/" + letter.cycle(), letter.language());
    }
}
