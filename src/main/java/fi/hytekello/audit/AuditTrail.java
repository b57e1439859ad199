package fi.hytekello.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.hytekello.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * The product's own record of who completed, changed and decided what; it outlives the engine's history.
 * Written in the transaction of the change itself.
 */
@Component
public class AuditTrail {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records what the signed-in person, or the system where nobody is signed in, did.
     *
     * @param cycle id of the cycle, null when the change belongs to none
     * @param action what was done, such as {@code measure.changed}
     * @param subject what it was done to, such as {@code measure:12}
     * @param details values before and after; people by their usernames only
     */
    public void record(
            MunicipalityCode municipality,
            @Nullable Long cycle,
            String action,
            String subject,
            Map<String, ? extends @Nullable Object> details) {
        jdbc.sql("""
                        insert into hyte.audit_event (at, actor, municipality_code, cycle_id, action, subject, details)
                        values (:at, :actor, :municipality, :cycle, :action, :subject, :details::jsonb)""")
                .param("at", OffsetDateTime.now(clock))
                .param("actor", actor())
                .param("municipality", municipality.value())
                .param("cycle", cycle)
                .param("action", action)
                .param("subject", subject)
                .param("details", asJson(details))
                .update();
    }

    /**
     * Records the same action on many subjects at once.
     *
     * @param details by subject
     */
    public void recordAll(
            MunicipalityCode municipality,
            @Nullable Long cycle,
            String action,
            Map<String, ? extends Map<String, ? extends @Nullable Object>> details) {
        if (details.isEmpty()) {
            return;
        }
        List<String> subjects = List.copyOf(details.keySet());
        jdbc.sql("""
                        insert into hyte.audit_event (at, actor, municipality_code, cycle_id, action, subject, details)
                        select :at, :actor, :municipality, :cycle, :action, subject, details::jsonb
                        from unnest(:subjects::text[], :details::text[]) as t (subject, details)""")
                .param("at", OffsetDateTime.now(clock))
                .param("actor", actor())
                .param("municipality", municipality.value())
                .param("cycle", cycle)
                .param("action", action)
                .param("subjects", subjects.toArray(String[]::new))
                .param(
                        "details",
                        subjects.stream()
                                .map(subject -> asJson(Objects.requireNonNull(details.get(subject))))
                                .toArray(String[]::new))
                .update();
    }

    /** All that was done to a subject, the newest first. */
    public List<AuditEvent> about(MunicipalityCode municipality, String subject) {
        return jdbc.sql("""
                        select at, actor, action, details from hyte.audit_event
                        where municipality_code = :municipality and subject = :subject order by id desc""")
                .param("municipality", municipality.value())
                .param("subject", subject)
                .query((row, n) -> event(row))
                .list();
    }

    /** The same for many subjects at once; those to which nothing was done are left out. */
    public Map<String, List<AuditEvent>> aboutAll(
            Collection<MunicipalityCode> municipalities, Collection<String> subjects) {
        Map<String, List<AuditEvent>> events = new HashMap<>();
        jdbc.sql("""
                        select subject, at, actor, action, details from hyte.audit_event
                        where municipality_code = any (:municipalities) and subject = any (:subjects) order by id desc""")
                .param(
                        "municipalities",
                        municipalities.stream().map(MunicipalityCode::value).toArray(String[]::new))
                .param("subjects", subjects.toArray(String[]::new))
                .query(row -> {
                    events.computeIfAbsent(row.getString("subject"), subject -> new ArrayList<>())
                            .add(event(row));
                });
        return events;
    }

    private AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                asTree(row.getString("details")));
    }

    private JsonNode asTree(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("Audit details that are no JSON", malformed);
        }
    }

    private static @Nullable String actor() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null ? null : signedIn.getName();
    }

    private String asJson(Map<String, ? extends @Nullable Object> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("Audit details that cannot be written as JSON", impossible);
        }
    }
}
