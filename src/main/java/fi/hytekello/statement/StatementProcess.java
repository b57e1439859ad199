package fi.hytekello.statement;

/** The way to the engine: what statements ask of their process; in the caller's transaction. */
public interface StatementProcess {

    /** The statement that this task waits for has come by its link; without effect where the task is done. */
    void given(String taskId);
}
