package fi.hytekello.platform.problem;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;

/**
 * Input that the user can mend: names the field and, by its message, the remedy. Becomes HTTP 400.
 * Thrown before anything is stored; the surrounding transaction is rolled back.
 */
public final class InvalidInput extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String messageKey;
    private final transient List<Object> arguments;

    /**
     * @param field name of the form field
     * @param messageKey key in the message bundles
     * @param arguments values for the message's placeholders, never personal data
     */
    public InvalidInput(String field, String messageKey, Object... arguments) {
        super(field + ": " + messageKey + " " + Arrays.toString(arguments));
        this.field = field;
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String field() {
        return field;
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
