package fi.hytekello.platform.problem;

import java.io.Serial;
import java.util.List;

/** The state does not allow this now, for example because another person was first. Becomes HTTP 409. */
public final class Conflict extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    /**
     * @param messageKey key in the message bundles
     * @param arguments values for the message's placeholders, never personal data
     */
    public Conflict(String messageKey, Object... arguments) {
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
