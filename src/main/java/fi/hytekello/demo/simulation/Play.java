package fi.hytekello.demo.simulation;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Municipality;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be played.
 *
 * @param places side by side on one clock
 * @param kind of the years, null for what is suggested to each municipality
 * @param until when at the latest the play ends
 */
public record Play(List<Municipality> places, int year, Cycle.@Nullable Kind kind, Amount amount, Instant until) {

    public Play {
        places = List.copyOf(places);
    }

    /** An annual year of one municipality. */
    public static Play annual(Municipality place, int year, Amount amount, Instant until) {
        return new Play(List.of(place), year, Cycle.Kind.ANNUAL, amount, until);
    }
}
