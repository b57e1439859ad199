package fi.hytekello.meeting;

import java.time.LocalDate;

/** The time in which a body is to meet first, Europe/Helsinki, both days included (R3-11). */
public record FirstWeeks(LocalDate from, LocalDate until) {}
