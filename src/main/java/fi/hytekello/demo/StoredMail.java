package fi.hytekello.demo;

import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * A mail as it was received.
 *
 * @param id its number, the newest has the highest
 * @param at when it was received, on the product's clock, in Helsinki
 * @param kind why it was sent, as its header {@code X-Hytekello-Kind} says
 */
public record StoredMail(long id, LocalDateTime at, String kind, String from, String to, String subject, Path file) {}
