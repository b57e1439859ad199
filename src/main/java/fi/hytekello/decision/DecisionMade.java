package fi.hytekello.decision;

/** A decision has been recorded; published in its transaction. */
public record DecisionMade(Decision decision) {}
