package fi.hytekello.consultation;

/** What the management of every municipality is asked. */
public record Question(long id, String text) {}
