package fi.hytekello.demo;

import java.io.Serial;
import java.nio.file.Path;

/** Another running instance has the data directory. */
final class DataInUse extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DataInUse(Path directory) {
        super("Hytekello already runs on the data in " + directory + ".");
    }
}
