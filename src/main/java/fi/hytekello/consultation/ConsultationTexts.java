package fi.hytekello.consultation;

import fi.hytekello.body.Body;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a consultation begins with: a title and questions, in the language in which the council itself writes. */
@Component
public class ConsultationTexts {

    private final MessageSource messages;
    private final Municipalities municipalities;

    ConsultationTexts(MessageSource messages, Municipalities municipalities) {
        this.messages = messages;
        this.municipalities = municipalities;
    }

    /** @param body null for the whole region */
    public String title(Municipality council, @Nullable Body body) {
        Locale in = language(council.code());
        return body == null
                ? text("consultation.template.title", in)
                : text("consultation.template.titleOf", in, body.name(in));
    }

    /** The usual questions, one on each line. */
    public String questions(Municipality council) {
        return text("consultation.template.questions", language(council.code()));
    }

    /** That of the questions and of all that is written of the answers. */
    public Locale language(MunicipalityCode council) {
        return municipalities.writingLanguage(council);
    }

    /** The questions of a text, one on each line. */
    public static List<String> lines(String text) {
        return text.lines().toList();
    }

    private String text(String key, Locale in, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, in));
    }
}
