package fi.hytekello.budget.web;

import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import java.util.Arrays;

/** The task pages of the budget: each has rows that save themselves. */
enum TaskPage {
    LINKS("budget-links", "Activity_LinkMeasures"),
    ADJUSTMENT("budget-adjustment", "Activity_AdjustMeasures"),
    DECISION("budget-decision", "Activity_DecideMeasures"),
    COUNCIL("budget-council", "Activity_RecordCouncilChanges");

    private final String path;
    private final String activity;

    TaskPage(String path, String activity) {
        this.path = path;
        this.activity = activity;
    }

    String path() {
        return path;
    }

    /** @throws NotFound when the task is of another kind than the page */
    static TaskPage of(String path, OpenTask task) {
        return Arrays.stream(values())
                .filter(page -> page.path.equals(path) && page.activity.equals(task.task()))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.task.gone"));
    }
}
