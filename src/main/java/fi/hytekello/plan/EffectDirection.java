package fi.hytekello.plan;

/** Whether an effect is for the better, for the worse, or neither. */
public enum EffectDirection {
    POSITIVE,
    NEUTRAL,
    NEGATIVE
}
