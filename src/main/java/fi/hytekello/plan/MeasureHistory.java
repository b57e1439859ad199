package fi.hytekello.plan;

import com.fasterxml.jackson.databind.JsonNode;
import fi.hytekello.audit.AuditEvent;
import fi.hytekello.audit.AuditTrail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who changed what in a measure and when, read from the audit trail. */
@Service
public class MeasureHistory {

    private final Measures measures;
    private final AuditTrail audit;

    MeasureHistory(Measures measures, AuditTrail audit) {
        this.measures = measures;
        this.audit = audit;
    }

    /**
     * One thing that was done.
     *
     * @param actor username, null when the system acted
     * @param action such as {@code measure.changed}
     */
    public record Entry(Instant at, @Nullable String actor, String action, List<Change> changes) {}

    /** A field's value before and after as texts, empty where there was none. */
    public record Change(String field, String before, String after) {}

    /** The newest first. */
    public List<Entry> of(Measure measure) {
        return audit.about(measures.municipality(measure), "measure:" + measure.id()).stream()
                .map(event -> new Entry(event.at(), event.actor(), event.action(), changes(event)))
                .toList();
    }

    private static List<Change> changes(AuditEvent event) {
        List<Change> changes = new ArrayList<>();
        for (var field : event.details().properties()) {
            JsonNode value = field.getValue();
            if (value.isArray() && value.size() == 2) {
                changes.add(new Change(
                        field.getKey(), value.get(0).asText(), value.get(1).asText()));
            }
        }
        return changes;
    }
}
