package fi.hytekello.indicator.source;

import fi.hytekello.platform.remote.RemoteFailure;

/** Why the source could not be read, in words. */
final class Failures {

    private Failures() {}

    static Problem of(RemoteFailure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE -> Problem.of("source.failure.unreachable");
            case TIMEOUT -> Problem.of("source.failure.timeout");
            case STATUS ->
                failure.detail().equals("403")
                        ? Problem.of("source.failure.forbidden")
                        : Problem.of("source.failure.status", failure.detail());
            case NOT_JSON -> Problem.of("source.failure.notJson", failure.detail());
            case BROKEN -> Problem.of("source.failure.broken");
            case TOO_LARGE -> Problem.of("source.failure.large", failure.detail());
        };
    }
}
