package fi.hytekello.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.decision.DecidedBy;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads the outbox's rows, names in the recipient's language. */
record LetterRows(ObjectMapper json) implements RowMapper<Letter> {

    private static final TypeReference<Map<String, String>> PAYLOAD = new TypeReference<>() {};

    @Override
    public Letter mapRow(ResultSet row, int number) throws SQLException {
        String language = row.getString("language");
        Long cycle = row.getObject("cycle_id", Long.class);
        return new Letter(
                row.getObject("id", UUID.class),
                NotificationKind.valueOf(row.getString("kind")),
                row.getString("address"),
                Locale.forLanguageTag(language),
                row.getInt("attempts"),
                row.getString("title_" + language),
                row.getString("absent_" + language),
                new MunicipalityCode(row.getString("municipality_code")),
                row.getString("name_" + language),
                row.getBoolean("city"),
                cycle == null ? null : new CycleId(cycle),
                row.getObject("year", Integer.class),
                row.getString("department_" + language),
                row.getString("party_" + language),
                row.getString("task_id"),
                payload(row.getString("payload")),
                decision(row));
    }

    private Map<String, String> payload(String text) {
        try {
            return json.readValue(text, PAYLOAD);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("A notification's payload is no map of texts", malformed);
        }
    }

    private static Letter.@Nullable Made decision(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        if (subject == null) {
            return null;
        }
        return new Letter.Made(
                Subject.valueOf(subject),
                DecidedBy.valueOf(row.getString("decided_by")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("comment"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("section"),
                row.getString("diary_number"),
                row.getString("link"),
                row.getObject("next_meeting_on", LocalDate.class));
    }
}
