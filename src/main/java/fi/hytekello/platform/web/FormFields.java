package fi.hytekello.platform.web;

import fi.hytekello.platform.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a submitted form, read into values; a refusal names the field. */
public record FormFields(Map<String, String> form) {

    public String text(String field) {
        return form.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    public boolean has(String field) {
        return !text(field).isEmpty();
    }

    /** @throws InvalidInput when it is no date */
    public @Nullable LocalDate date(String field) {
        try {
            return has(field) ? LocalDate.parse(text(field)) : null;
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "problem.answer.date");
        }
    }

    /** @throws InvalidInput when it is missing or no date */
    public LocalDate requiredDate(String field) {
        LocalDate given = date(field);
        if (given == null) {
            throw new InvalidInput(field, "problem.answer.missing");
        }
        return given;
    }

    /** @throws InvalidInput when it is no whole number */
    public @Nullable Integer number(String field) {
        try {
            return has(field) ? Integer.valueOf(text(field)) : null;
        } catch (NumberFormatException malformed) {
            throw new InvalidInput(field, "problem.answer.number");
        }
    }

    /** The text of a field, null where it is empty. */
    public @Nullable String textOrNull(String field) {
        return has(field) ? text(field) : null;
    }

    /** @throws InvalidInput when it is no time of day such as 9.00 or 09:00 */
    public @Nullable LocalTime time(String field) {
        String given = text(field).replace('.', ':');
        try {
            return given.isEmpty() ? null : LocalTime.parse(given.matches("\\d:.*") ? "0" + given : given);
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "problem.answer.time");
        }
    }

    /** The row that a button or a choice names; -1 where it is no number. */
    public long id(String field) {
        String given = text(field);
        return given.matches("[0-9]{1,18}") ? Long.parseLong(given) : -1;
    }

    /** The version that the writer saw; none of ours where it was tampered with. */
    public int version() {
        try {
            return Integer.parseInt(text("version"));
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }

    /** @throws InvalidInput when it is none of the values */
    public <E extends Enum<E>> E choice(String field, Class<E> values) {
        E chosen = choiceOrNull(field, values);
        if (chosen == null) {
            throw new InvalidInput(field, "problem.answer.missing");
        }
        return chosen;
    }

    /** Null where nothing was chosen. */
    public <E extends Enum<E>> @Nullable E choiceOrNull(String field, Class<E> values) {
        String given = text(field);
        return given.isEmpty()
                ? null
                : Arrays.stream(values.getEnumConstants())
                        .filter(value -> value.name().equals(given))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput(field, "problem.answer.choice"));
    }
}
