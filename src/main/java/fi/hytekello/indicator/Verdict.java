package fi.hytekello.indicator;

/** What the decision table says of an indicator. */
public record Verdict(Light light, LightReason reason) {}
