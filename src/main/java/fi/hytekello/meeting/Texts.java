package fi.hytekello.meeting;

import fi.hytekello.platform.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What this feature asks of a text. */
final class Texts {

    private Texts() {}

    static String required(String field, @Nullable String text, int longest) {
        if (text == null) {
            throw new InvalidInput(field, "problem.answer.missing");
        }
        limit(field, text, longest);
        return text;
    }

    static void limit(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, text.length());
        }
    }
}
