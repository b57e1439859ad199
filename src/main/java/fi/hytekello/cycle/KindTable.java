package fi.hytekello.cycle;

/** The decision table that suggests the kind of a year; the engine evaluates it. */
public interface KindTable {

    KindSuggestion suggestion(KindFacts facts);
}
