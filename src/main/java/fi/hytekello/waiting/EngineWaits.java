package fi.hytekello.waiting;

import fi.hytekello.cycle.Cycle;
import java.util.List;

/** The way to the engine: what a year waits for besides people. */
public interface EngineWaits {

    /** In no particular order; empty where the engine has nothing of this year. */
    List<EngineWait> of(Cycle cycle);
}
