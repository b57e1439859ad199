package fi.hytekello.platform;

import fi.hytekello.calendar.Finland;
import java.time.Clock;
import java.util.TimeZone;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One clock for all; the JVM itself runs in UTC because the engine's columns have no time zone. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    TimeConfiguration() {
        TimeZone zone = TimeZone.getDefault();
        if (zone.getRawOffset() != 0 || zone.useDaylightTime()) {
            throw new IllegalStateException(
                    "The JVM must run in UTC (start it with -Duser.timezone=UTC), but it runs in " + zone.getID());
        }
    }

    @Bean
    Clock clock() {
        return new EngineClock(Finland.ZONE);
    }
}
