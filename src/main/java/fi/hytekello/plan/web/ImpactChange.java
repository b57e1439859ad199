package fi.hytekello.plan.web;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.worklist.OpenTask;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One request to change a measure's impact assessment.
 *
 * @param htmx null where the browser, without JavaScript, waits for a page
 */
record ImpactChange(
        OpenTask task,
        MeasureId measure,
        Given given,
        @Nullable String htmx,
        Locale locale) {

    CycleId cycle() {
        return task.cycle();
    }

    DepartmentCode department() {
        return task.requiredDepartment();
    }

    /** Where the page is read anew. */
    String address() {
        return Pages.address(
                task, "proposals/rows/" + measure + "/impact", given.fields().get("embedded"));
    }
}
