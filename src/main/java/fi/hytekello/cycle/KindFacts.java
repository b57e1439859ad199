package fi.hytekello.cycle;

/**
 * What the decision table {@code report-kind} asks.
 *
 * @param yearOfTerm 0 in the year the council begins, 1 in its first full year; −1 where the term is not known
 * @param yearsLeft years of the same council after this one, 0 in its last
 * @param broadInTerm true where the municipality has a broad year of the same term
 */
public record KindFacts(int yearOfTerm, int yearsLeft, boolean broadInTerm) {}
