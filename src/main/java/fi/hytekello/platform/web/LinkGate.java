package fi.hytekello.platform.web;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever tries links: so many openings a minute for each address and for each link, people's and programs'
 * apart. Counted by the computer's own clock, not the product's: it guards the machine.
 */
@Component
public class LinkGate {

    /** Who opens a link. */
    public enum Caller {
        PERSON(60),
        /** The programs of a whole town hall may come from one address, and all in the same minute of the morning. */
        PROGRAM(300);

        private final int ofAddress;

        Caller(int ofAddress) {
            this.ofAddress = ofAddress;
        }
    }

    private static final int OF_LINK = 30;
    private static final int REMEMBERED = 10_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    LinkGate() {}

    /** False where it is too much. */
    public boolean lets(Caller caller, String address, String token) {
        return bucket(caller + " " + address, caller.ofAddress).tryConsume(1)
                && bucket("link " + token, OF_LINK).tryConsume(1);
    }

    private Bucket bucket(String key, int perMinute) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    unknown -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                            .build());
        }
    }
}
