package fi.hytekello.platform.ical;

import fi.hytekello.calendar.Finland;
import java.time.Instant;
import java.time.LocalDate;

/** When an event is; days are those of Europe/Helsinki. */
public sealed interface Span {

    Instant begins();

    Instant ends();

    /** From one moment to a later one. */
    record Time(Instant begins, Instant ends) implements Span {}

    /** The whole of one day. */
    record Day(LocalDate on) implements Span {

        @Override
        public Instant begins() {
            return on.atStartOfDay(Finland.ZONE).toInstant();
        }

        @Override
        public Instant ends() {
            return on.plusDays(1).atStartOfDay(Finland.ZONE).toInstant();
        }
    }
}
