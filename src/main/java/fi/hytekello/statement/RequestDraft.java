package fi.hytekello.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as the coordinator has it on the page.
 *
 * @param parties ids of those to be asked
 * @param questions in their order; those without a name and text are left out
 * @param version the version of the request that the coordinator saw
 */
public record RequestDraft(
        String cover,
        @Nullable String reason,
        @Nullable LocalDate dueOn,
        Set<Long> parties,
        List<Question> questions,
        int version) {

    public RequestDraft {
        parties = Set.copyOf(parties);
        questions = List.copyOf(questions);
    }
}
