package fi.hytekello.worklist;

import org.jspecify.annotations.Nullable;

/**
 * A task has come to its people; published in the engine's transaction.
 *
 * @param branch what the task's branch is about where its process branches by something else than departments
 */
public record TaskOpened(OpenTask task, @Nullable String branch) {

    public TaskOpened(OpenTask task) {
        this(task, null);
    }
}
