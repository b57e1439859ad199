package fi.hytekello.platform;

import java.io.Serial;
import java.util.List;

/** The product refuses to start; tells every reason, each a sentence that says what to do. */
public final class NotReady extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NotReady(List<String> reasons) {
        super(String.join("\n", reasons));
    }
}
