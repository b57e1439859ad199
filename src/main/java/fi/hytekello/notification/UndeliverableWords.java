package fi.hytekello.notification;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the manager that the coordinator is not reached by mail. */
@Component
class UndeliverableWords implements MailSource {

    private final MessageSource messages;

    UndeliverableWords(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public boolean words(NotificationKind kind) {
        return kind == NotificationKind.UNDELIVERABLE;
    }

    @Override
    public OwnMail of(Asked asked) {
        Locale in = asked.language();
        return new OwnMail(
                text("mail.UNDELIVERABLE.subject", in, asked.municipality()),
                text("mail.UNDELIVERABLE.lead", in),
                List.of(new OwnMail.Fact(
                        text("mail.fact.municipality", in), asked.municipality() + " " + asked.year())),
                null,
                new OwnMail.Fact(text("mail.open.cycle", in), "/cycles/" + asked.cycle()),
                null);
    }

    private String text(String key, Locale in, Object... arguments) {
        return messages.getMessage(key, arguments, in);
    }
}
