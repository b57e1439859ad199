package fi.hytekello.nomination;

/** The way to the engine: what rounds ask of their process; in the caller's transaction. */
public interface RoundProcess {

    /** Begins the process of a round that has just been stored. */
    void begin(Round round);
}
