package fi.hytekello.demo;

import fi.hytekello.platform.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The demo's clock: it runs ahead of the real one by as much as somebody has moved it, also after a restart. */
@Component
@Conditional(DemoOn.class)
public class DemoClock {

    private final MovableClock clock;
    private final Path file;
    private Duration offset = Duration.ZERO;

    DemoClock(MovableClock clock, DemoProperties demo) {
        this.clock = clock;
        this.file = demo.home().resolve("clock");
    }

    public synchronized Instant now() {
        return clock.now();
    }

    public synchronized Duration offset() {
        return offset;
    }

    public synchronized void move(Duration further) {
        offset = offset.plus(further);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, offset + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        clock.runWithOffset(offset);
    }

    /** Moves to just after this moment; a moment that is past moves nothing. */
    public synchronized void moveTo(Instant moment) {
        Duration further = Duration.between(now(), moment).plusSeconds(1);
        if (!further.isNegative()) {
            move(further);
        }
    }

    /** Takes up where the last run was. */
    synchronized void restore() {
        try {
            offset = Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        clock.runWithOffset(offset);
    }
}
