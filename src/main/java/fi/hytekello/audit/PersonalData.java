package fi.hytekello.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipality;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that a tenant holds of one person outside, as a file for that person (GDPR article 15). A person is known by the
 * mail address; rows that have only the name in common are marked, for somebody to look at them before the file is
 * handed over.
 */
@Service
public class PersonalData {

    private static final String KEY = "_key";

    private final JdbcClient jdbc;
    private final List<PersonalDataRule> rules;
    private final MessageSource messages;
    private final ObjectMapper json;
    private final AuditTrail audit;
    private final Clock clock;

    PersonalData(
            JdbcClient jdbc,
            List<PersonalDataRule> rules,
            MessageSource messages,
            ObjectMapper json,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = List.copyOf(rules);
        this.messages = messages;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * JSON whose names are words of the language. That it was taken is recorded, without the person.
     *
     * @param subject the row by which the person was found, such as {@code nominee:12}
     * @param email null where unknown: then the name alone finds
     */
    @Transactional
    public byte[] export(Municipality tenant, String subject, String name, @Nullable String email, Locale locale) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put(text("tenant", locale), tenant.name(locale));
        file.put(
                text("taken", locale),
                LocalDateTime.ofInstant(clock.instant(), Finland.ZONE)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        file.put(text("person", locale), name);
        rules.forEach(rule -> file.put(
                text(rule.what(), locale),
                rows(rule, tenant, name, email).stream()
                        .map(row -> worded(row, locale))
                        .toList()));
        audit.record(tenant.code(), null, "personalData.exported", subject, Map.of());
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Rows that cannot be written as JSON", impossible);
        }
    }

    private List<Map<String, Object>> rows(
            PersonalDataRule rule, Municipality tenant, String name, @Nullable String email) {
        return jdbc.sql(rule.query())
                .param("tenant", tenant.code().value())
                .param("name", name.strip().toLowerCase(Locale.ROOT))
                .param("email", email == null ? "" : email.strip().toLowerCase(Locale.ROOT))
                .query()
                .listOfRows();
    }

    private Map<String, Object> worded(Map<String, Object> row, Locale locale) {
        Map<String, Object> worded = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            boolean isKey = column.endsWith(KEY);
            String name = isKey ? column.substring(0, column.length() - KEY.length()) : column;
            worded.put(text(name, locale), value(isKey, value, locale));
        });
        return worded;
    }

    private String value(boolean isKey, @Nullable Object value, Locale locale) {
        String text = value instanceof Timestamp at
                ? at.toInstant().atZone(Finland.ZONE).toOffsetDateTime().toString()
                : Objects.toString(value, "");
        return isKey && !text.isEmpty() ? Objects.requireNonNull(messages.getMessage(text, null, locale)) : text;
    }

    private String text(String name, Locale locale) {
        return Objects.requireNonNull(messages.getMessage("personalData." + name, null, locale));
    }
}
