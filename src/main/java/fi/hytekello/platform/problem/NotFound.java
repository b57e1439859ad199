package fi.hytekello.platform.problem;

import java.io.Serial;
import java.util.List;

/** There is no such thing, or it is not this person's to see. Becomes HTTP 404. */
public final class NotFound extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    /**
     * @param messageKey key in the message bundles
     * @param arguments values for the message's placeholders, never personal data
     */
    public NotFound(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
