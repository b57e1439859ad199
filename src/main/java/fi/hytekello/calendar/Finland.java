package fi.hytekello.calendar;

import java.time.ZoneId;

/** Where the municipalities live. The JVM itself runs in UTC, so every local time goes through this zone. */
public final class Finland {
    public static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");

    private Finland() {}
}
