package fi.hytekello.meeting;

import java.time.Instant;
import java.util.Map;

/**
 * A time that the members are asked about.
 *
 * @param answers of each attendee who has answered, by id
 */
public record ProposedDate(long id, Instant startsAt, Instant endsAt, Map<Long, Suits> answers) {

    /** Whether a time suits somebody. */
    public enum Suits {
        YES,
        IF_NEEDED,
        NO
    }

    public ProposedDate {
        answers = Map.copyOf(answers);
    }

    public long count(Suits suits) {
        return answers.values().stream().filter(one -> one == suits).count();
    }
}
