package fi.hytekello.worklist;

import fi.hytekello.platform.problem.InvalidInput;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person answered when completing a task; every value has already the type that its rule declares. */
public final class Answers {

    private final Map<String, Object> values;

    Answers(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new HashMap<>(values));
    }

    public boolean flag(String name) {
        return (Boolean) required(name);
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return Enum.valueOf(type, (String) required(name));
    }

    public @Nullable String text(String name) {
        return (String) values.get(name);
    }

    public @Nullable LocalDate date(String name) {
        return (LocalDate) values.get(name);
    }

    /** @throws InvalidInput naming the field when nothing was answered */
    public String requiredText(String name) {
        return (String) required(name);
    }

    /** @throws InvalidInput naming the field when nothing was answered */
    public LocalDate requiredDate(String name) {
        return (LocalDate) required(name);
    }

    /** The typed value, null where nothing was answered. */
    public @Nullable Object value(String name) {
        return values.get(name);
    }

    private Object required(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new InvalidInput(name, "problem.answer.missing");
        }
        return value;
    }
}
