package fi.hytekello.indicator.source;

import java.io.Serial;

/** The source's answer is JSON, but not of the shape that is known: nothing of it is taken. */
final class WrongShape extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    WrongShape(String key, Object... arguments) {
        super(key);
        this.problem = Problem.of(key, arguments);
    }

    Problem problem() {
        return problem;
    }
}
