package fi.hytekello.platform.remote;

import java.io.Serial;

/** Another system gave no answer that can be used. */
public final class RemoteFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** No connection, or it broke. */
        UNREACHABLE,
        TIMEOUT,
        /** An HTTP status that is no success; the detail is its number. */
        STATUS,
        /** Something else than JSON, such as a page about maintenance; the detail is its media type. */
        NOT_JSON,
        /** JSON that breaks off or is malformed. */
        BROKEN,
        /** Longer than allowed; the detail is how many megabytes are. */
        TOO_LARGE
    }

    private final Kind kind;
    private final String detail;

    RemoteFailure(Kind kind, String detail, Throwable cause) {
        super(kind + " " + detail, cause);
        this.kind = kind;
        this.detail = detail;
    }

    RemoteFailure(Kind kind, String detail) {
        super(kind + " " + detail);
        this.kind = kind;
        this.detail = detail;
    }

    public Kind kind() {
        return kind;
    }

    public String detail() {
        return detail;
    }

    /** True where the other system does not know the thing that was asked for. */
    public boolean isUnknownThere() {
        return kind == Kind.STATUS && (detail.equals("404") || detail.equals("410") || detail.equals("400"));
    }

    /** True where the same question may be answered a moment later. */
    boolean isPassing() {
        return switch (kind) {
            case UNREACHABLE, TIMEOUT, BROKEN -> true;
            case STATUS -> detail.startsWith("5") || detail.equals("429");
            case NOT_JSON, TOO_LARGE -> false;
        };
    }
}
