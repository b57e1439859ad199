package fi.hytekello.notification;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the manager that the coordinator is not reached by mail. */
@Component
class UndeliverableLetters implements LetterAuthor {

    private final MailWords words;

    UndeliverableLetters(MailWords words) {
        this.words = words;
    }

    @Override
    public Set<NotificationKind> kinds() {
        return Set.of(NotificationKind.UNDELIVERABLE);
    }

    @Override
    public List<MailContent> write(Letter letter) {
        Locale in = letter.language();
        return List.of(new MailContent(
                in,
                words.text("mail.UNDELIVERABLE.subject", in, letter.municipality()),
                words.greeting(letter),
                words.text("mail.UNDELIVERABLE.lead", in),
                List.of(words.municipality(letter)),
                null,
                null,
                letter.cycleOrNull() == null
                        ? words.link("mail.open.tasks", "/tasks", in)
                        : words.link("mail.open.cycle", "/cycles/" + letter.cycle(), in)));
    }
}
