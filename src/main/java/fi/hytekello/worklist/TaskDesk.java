package fi.hytekello.worklist;

import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way to the engine: the one place where a task is completed or handed over outside the Tasklist. */
public interface TaskDesk {

    /**
     * Completes the task as this person; claims it first where nobody has. The answers pass the task's
     * {@link TaskRule}.
     *
     * @param answers raw values by name, as a form or a script gives them
     * @throws fi.hytekello.platform.problem.InvalidInput when an answer is missing or wrong; nothing is stored
     * @throws fi.hytekello.platform.problem.Conflict when the task is already done
     * @throws fi.hytekello.platform.problem.Refused when it is not this person's
     */
    void complete(String taskId, Person person, Map<String, ? extends @Nullable Object> answers);

    /**
     * Hands a task over, in nobody's name. A task that is done or is this person's already stays as it is.
     *
     * @param to who finds it under the own tasks of the Tasklist; null for a group's task that anybody of the group
     *     may claim
     */
    void handOver(String taskId, @Nullable Username to);
}
