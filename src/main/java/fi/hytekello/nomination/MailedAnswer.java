package fi.hytekello.nomination;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a mail to a request says. Each kind reads only what belongs to it.
 *
 * @param nomination who is named; null where the mail names nobody
 * @param expectedOn when the organisation decides; null where the mail does not tell
 * @param reason why the organisation names nobody, or why the mail is no answer; may be empty
 */
public record MailedAnswer(
        Kind kind,
        @Nullable RequestAnswer nomination,
        @Nullable LocalDate expectedOn,
        String reason) {

    /** What is done with the mail. */
    public enum Kind {
        NOMINATED,
        /** "We will decide on that day" (R3-16). */
        EXPECTED,
        DECLINED,
        NOT_ANSWER
    }
}
