package fi.hytekello.platform.web;

import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a refusal into the user's words. */
@Component
public class ProblemTexts {

    /** A refusal told: HTTP status, sentence, and the field where there is one, else an empty text. */
    public record Text(int status, String message, String field) {}

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** Empty for anything that is not one of our refusals. */
    public Optional<Text> of(Throwable problem, Locale locale) {
        if (problem instanceof InvalidInput input) {
            return Optional.of(new Text(400, inputMessage(input, locale), input.field()));
        }
        if (problem instanceof Conflict conflict) {
            return Optional.of(new Text(409, message(conflict.messageKey(), conflict.arguments(), locale), ""));
        }
        if (problem instanceof NotFound missing) {
            return Optional.of(new Text(404, message(missing.messageKey(), missing.arguments(), locale), ""));
        }
        if (problem instanceof Refused refused) {
            return Optional.of(new Text(403, message(refused.messageKey(), refused.arguments(), locale), ""));
        }
        return Optional.empty();
    }

    /** The field's label is the message's first argument; the problem's own arguments follow. */
    private String inputMessage(InvalidInput input, Locale locale) {
        String field = input.field();
        String label = Objects.requireNonNull(
                messages.getMessage("field." + field.replaceAll("\\[.*?]|.*\\.|-\\d+$", ""), null, field, locale));
        List<Object> arguments = new ArrayList<>();
        arguments.add(label);
        arguments.addAll(input.arguments());
        return message(input.messageKey(), arguments, locale);
    }

    private String message(String key, List<Object> arguments, Locale locale) {
        return messages.getMessage(key, arguments.toArray(), locale);
    }
}
