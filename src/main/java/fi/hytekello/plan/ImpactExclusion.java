package fi.hytekello.plan;

/** Matters that are not assessed whatever they affect (Sastamala criteria, domain chapter 1.9). */
public enum ImpactExclusion {
    INDIVIDUAL,
    RECTIFICATION,
    POST,
    INFORMATION
}
