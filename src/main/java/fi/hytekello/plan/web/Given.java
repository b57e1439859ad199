package fi.hytekello.plan.web;

import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of a row as a form sent them, read into values; a refusal names the field. */
record Given(Map<String, String> fields) {

    Given {
        fields = Map.copyOf(fields);
    }

    /** The first value of each field, all values of {@code many} joined by commas. */
    static Given of(MultiValueMap<String, String> sent, String many) {
        Map<String, String> fields = new HashMap<>(sent.toSingleValueMap());
        fields.put(many, String.join(",", sent.getOrDefault(many, List.of())));
        return new Given(fields);
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

    /** Boxes of one name as {@link #of} joins them. */
    <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
        String given = text(field, 1000);
        try {
            return given == null
                    ? Set.of()
                    : Arrays.stream(given.split(",", -1))
                            .map(name -> Enum.valueOf(type, name))
                            .collect(Collectors.toSet());
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput(field, "problem.answer.choice");
        }
    }

    /** Euro as people write them: {@code 1 500,50}. */
    @Nullable
    BigDecimal euro(String field) {
        return decimal(field, "problem.measure.euro");
    }

    /** @param problem key of the message where it is no number */
    @Nullable
    BigDecimal decimal(String field, String problem) {
        String given = text(field, 40);
        if (given == null) {
            return null;
        }
        try {
            return new BigDecimal(given.replaceAll("[\\s\\u00a0\\u202f€]", "")
                    .replace('\u2212', '-')
                    .replace(',', '.'));
        } catch (NumberFormatException malformed) {
            throw new InvalidInput(field, problem);
        }
    }

    @Nullable
    Integer year(String field) {
        String given = text(field, 40);
        if (given != null && !given.matches("[0-9]{4}")) {
            throw new InvalidInput(field, "problem.answer.year");
        }
        return given == null ? null : Integer.valueOf(given);
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
