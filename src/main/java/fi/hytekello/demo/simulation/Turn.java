package fi.hytekello.demo.simulation;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.worklist.OpenTask;
import org.jspecify.annotations.Nullable;

/**
 * A person's turn at a task.
 *
 * @param round how often this task is done now, from 1
 */
record Turn(OpenTask task, Person person, int round, Cue cue, Script script, Amount amount) {

    CycleId cycle() {
        return task.cycle();
    }

    DepartmentCode department() {
        return task.requiredDepartment();
    }

    /** What the script says that the person does beside answering, null where it says nothing. */
    @Nullable
    String does(String what) {
        return cue.does().get(what);
    }

    boolean does(String what, String how) {
        return how.equals(does(what));
    }

    String text(String key) {
        return script.text(key);
    }
}
