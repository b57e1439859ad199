package fi.hytekello.budget;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.sheet.Sheet;

/** One kind of file: checks it as a whole, and stores it as a whole. */
interface FileImport {

    /** What a file would do; {@code store} does it and may run only where the preview has no problems. */
    record Plan(ImportPreview preview, Runnable store) {}

    ImportKind kind();

    /** @throws Conflict when the cycle does not take this kind of file now */
    Plan plan(Cycle cycle, Sheet sheet);
}
