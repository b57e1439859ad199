package fi.hytekello.indicator.source;

/** All tries of an import from Sotkanet have failed: it waits for a person. Published in the transaction of that moment. */
public record ImportStopped(ImportId id) {}
