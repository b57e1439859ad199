package fi.hytekello.plan;

/** When a measure's impact is assessed; kept as a decision table, so a port. */
@FunctionalInterface
public interface ImpactNeedPolicy {

    ImpactFinding of(ImpactFacts facts);
}
