package fi.hytekello.plan.web;

import fi.hytekello.plan.Gap;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.ProblemTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Saves a row that saves itself and finds what the page tells of it. */
@Component
class RowSaving {

    private final ProblemTexts problems;

    RowSaving(ProblemTexts problems) {
        this.problems = problems;
    }

    /** How the row stands in the database. */
    record Stored(int version, Map<String, String> values, List<Gap> gaps) {}

    /**
     * @param row id of the row's forms in the page
     * @param write saves what was sent and gives the row's new version
     * @param stored reads the row anew
     */
    RowState save(String row, Given given, Locale locale, IntSupplier write, Supplier<Stored> stored) {
        try {
            int version = write.getAsInt();
            return RowState.saved(row, version, stored.get().gaps());
        } catch (InvalidInput | Conflict refused) {
            String told = problems.of(refused, locale).orElseThrow().message();
            Stored now = stored.get();
            return refused instanceof Conflict && now.version() != given.version()
                    ? RowState.conflict(row, given.version(), told, now.version(), now.values(), given.fields())
                    : RowState.refused(row, given.version(), told);
        }
    }
}
