package fi.hytekello.plan.web;

import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a row as a form sent them, read into values; a refusal names the field. */
record Given(Map<String, String> fields) {

    Given {
        fields = Map.copyOf(fields);
    }

    @Nullable
    String text(String field, int longest) {
        String given = fields.getOrDefault(field, "").replace("\r\n", "\n").strip();
        if (given.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, given.length());
        }
        return given.isEmpty() ? null : given;
    }

    boolean checked(String field) {
        return "true".equals(fields.get(field));
    }

    @Nullable
    Boolean yesOrNo(String field) {
        String given = text(field, 5);
        return given == null ? null : Boolean.valueOf(given);
    }

    /** Euro as people write them: {@code 1 500,50}. */
    @Nullable
    BigDecimal euro(String field) {
        String given = text(field, 40);
        if (given == null) {
            return null;
        }
        try {
            return new BigDecimal(given.replaceAll("[\\s\\u00a0\\u202f€]", "")
                    .replace('\u2212', '-')
                    .replace(',', '.'));
        } catch (NumberFormatException malformed) {
            throw new InvalidInput(field, "problem.measure.euro");
        }
    }

    @Nullable
    Integer number(String field) {
        String given = text(field, 40);
        try {
            return given == null ? null : Integer.valueOf(given);
        } catch (NumberFormatException malformed) {
            throw new InvalidInput(field, "problem.measure.number");
        }
    }

    @Nullable
    Long id(String field) {
        String given = text(field, 40);
        try {
            return given == null ? null : Long.valueOf(given);
        } catch (NumberFormatException malformed) {
            throw new InvalidInput(field, "problem.answer.choice");
        }
    }

    @Nullable
    LocalDate date(String field) {
        String given = text(field, 40);
        try {
            return given == null ? null : LocalDate.parse(given);
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "problem.answer.date");
        }
    }

    <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        String given = text(field, 100);
        try {
            return given == null ? null : Enum.valueOf(type, given);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput(field, "problem.answer.choice");
        }
    }

    /** The version of the row that the editor saw; the newer one where the editor chose to overwrite it. */
    int version() {
        String chosen = fields.getOrDefault("overwrite", fields.getOrDefault("version", ""));
        return chosen.matches("[0-9]{1,9}") ? Integer.parseInt(chosen) : -1;
    }
}
