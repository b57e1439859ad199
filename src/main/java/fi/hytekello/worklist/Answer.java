package fi.hytekello.worklist;

import fi.hytekello.platform.problem.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer that a task's form may give.
 *
 * @param kept true where the process goes by it (a gateway reads it); all other answers go to the domain only and are
 *     never stored in the engine
 * @param choices the allowed values of a choice, else empty
 * @param maxLength longest text in characters
 */
public record Answer(String name, Type type, boolean kept, boolean required, List<String> choices, int maxLength) {

    enum Type {
        TEXT,
        FLAG,
        CHOICE,
        DATE
    }

    public static Answer flag(String name) {
        return new Answer(name, Type.FLAG, true, true, List.of(), 5);
    }

    /** One of an enumeration's names. */
    public static Answer choice(String name, Enum<?>... choices) {
        return new Answer(
                name,
                Type.CHOICE,
                true,
                true,
                List.of(choices).stream().map(Enum::name).toList(),
                100);
    }

    /** A text that may be missing; the domain refuses a missing one where it needs it. */
    public static Answer text(String name, int maxLength) {
        return new Answer(name, Type.TEXT, false, false, List.of(), maxLength);
    }

    /** A date in ISO form, {@code 2027-01-15}, that may be missing. */
    public static Answer date(String name) {
        return new Answer(name, Type.DATE, false, false, List.of(), 40);
    }

    /** The same answer, kept in the process though it may be missing. */
    public Answer keptOptional() {
        return new Answer(name, type, true, false, choices, maxLength);
    }

    /** The same answer, not kept: the process goes on alike whatever it is. */
    public Answer forDomainOnly() {
        return new Answer(name, type, false, required, choices, maxLength);
    }

    public Answer mandatory() {
        return new Answer(name, type, kept, true, choices, maxLength);
    }

    /**
     * The typed value: String, Boolean or LocalDate, null where nothing was answered.
     *
     * @throws InvalidInput naming this field when the value is missing or malformed
     */
    @Nullable
    Object read(@Nullable Object raw) {
        if (raw == null || raw.toString().isBlank()) {
            if (required) {
                throw new InvalidInput(name, "problem.answer.missing");
            }
            return null;
        }
        String given = raw.toString().strip();
        if (given.length() > maxLength) {
            throw new InvalidInput(name, "problem.answer.long", maxLength, given.length());
        }
        return switch (type) {
            case TEXT -> given;
            case FLAG -> asFlag(given);
            case CHOICE -> asChoice(given);
            case DATE -> asDate(given);
        };
    }

    private Boolean asFlag(String given) {
        return switch (given) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new InvalidInput(name, "problem.answer.flag");
        };
    }

    private String asChoice(String given) {
        if (!choices.contains(given)) {
            throw new InvalidInput(name, "problem.answer.choice");
        }
        return given;
    }

    private LocalDate asDate(String given) {
        try {
            return LocalDate.parse(given.length() > 10 ? given.substring(0, 10) : given);
        } catch (DateTimeException malformed) {
            throw new InvalidInput(name, "problem.answer.date");
        }
    }
}
