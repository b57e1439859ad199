package fi.hytekello.plan;

/** What the decision table {@code impact-assessment-need} finds, and why. */
public record ImpactFinding(ImpactNeed need, ImpactReason reason) {}
