package fi.hytekello.meeting;

import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a meeting; a draft may be incomplete.
 *
 * @param attended ids of the attendees who were there
 * @param nextOn about when the next meeting is to be
 * @param noNextReason why there is to be none
 */
public record MeetingRecord(
        @Nullable String memo,
        List<Long> attended,
        @Nullable LocalDate nextOn,
        @Nullable String noNextReason) {

    public MeetingRecord {
        attended = List.copyOf(attended);
    }

    /** @throws InvalidInput when a text is too long */
    void check() {
        Texts.limit("memo", memo, 20_000);
        Texts.limit("noNextReason", noNextReason, 1000);
    }
}
