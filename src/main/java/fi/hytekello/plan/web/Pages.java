package fi.hytekello.plan.web;

import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import org.jspecify.annotations.Nullable;

/** What the task pages of the plan have in common. */
final class Pages {

    private Pages() {}

    /** @throws NotFound when the task is of another kind than the page */
    static void of(String kind, OpenTask task) {
        if (!task.task().equals(kind)) {
            throw new NotFound("problem.task.gone");
        }
    }

    /** Where the page is read anew. */
    static String address(OpenTask task, String page, @Nullable String embedded) {
        return "/tasks/" + task.id() + "/" + page + (embedded == null ? "" : "?embedded");
    }

    static String back(OpenTask task, String page, @Nullable String embedded, String anchor) {
        return "redirect:" + address(task, page, embedded) + anchor;
    }
}
