package fi.hytekello.meeting;

import org.jspecify.annotations.Nullable;

/**
 * Whom a meeting elected.
 *
 * @param chair id of a membership of the body, null where none was elected
 * @param viceChair the same
 */
public record Elected(@Nullable Long chair, @Nullable Long viceChair) {}
