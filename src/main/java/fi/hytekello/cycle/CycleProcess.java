package fi.hytekello.cycle;

/** The way to the engine: what the cycle asks of its process. */
public interface CycleProcess {

    /** Lets the year of this cycle run; in the caller's transaction. */
    void begin(Cycle cycle);
}
