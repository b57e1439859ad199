package fi.hytekello.plan.web;

import fi.hytekello.plan.Gap;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

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
     * One request to save a row.
     *
     * @param page of the task, as in {@link Pages#address}
     * @param htmx null where the browser, without JavaScript, waits for a page
     */
    record Request(
            OpenTask task,
            String page,
            Given given,
            @Nullable String htmx,
            Locale locale) {}

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

    /**
     * Saves one of a page's rows and answers: with its state to a page that saves behind itself, else with the way back
     * to the row, or the page with what was sent where it was refused.
     *
     * @param row as it stood
     * @param rows reads them anew
     * @param page shows them
     */
    <T> String answer(
            Request request,
            FormRow<T> row,
            IntSupplier write,
            Supplier<List<FormRow<T>>> rows,
            Model model,
            Function<List<FormRow<T>>, String> page) {
        String name = row.state().row();
        Given given = request.given();
        RowState state = save(
                name,
                given,
                request.locale(),
                write,
                () -> FormRow.of(rows.get(), row.id()).stored());
        String embedded = given.fields().get("embedded");
        model.addAttribute("reload", Pages.address(request.task(), request.page(), embedded));
        if (request.htmx() != null) {
            model.addAttribute("state", state);
            return "forms/plan/parts :: state";
        }
        return state.saved()
                ? Pages.back(request.task(), request.page(), embedded, "#" + name)
                : page.apply(rows.get().stream()
                        .map(other -> other.id().equals(row.id()) ? other.holding(given.fields(), state) : other)
                        .toList());
    }
}
