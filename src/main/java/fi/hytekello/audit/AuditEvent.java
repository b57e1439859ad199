package fi.hytekello.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done.
 *
 * @param actor username, null when a timer or the system acted
 * @param details as they were recorded, mostly field: [before, after]
 */
public record AuditEvent(Instant at, @Nullable String actor, String action, JsonNode details) {}
