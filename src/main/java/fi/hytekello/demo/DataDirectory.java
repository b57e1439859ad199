package fi.hytekello.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The directory with the embedded database, held by a file lock as long as this instance lives. */
final class DataDirectory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DataDirectory.class);

    private final Path home;
    private final FileChannel lock;
    private final boolean kept;

    private DataDirectory(Path home, FileChannel lock, boolean kept) {
        this.home = home;
        this.lock = lock;
        this.kept = kept;
    }

    /**
     * @param kept false when the directory is to be gone after {@link #close}
     * @throws DataInUse when another instance runs on the same data
     */
    static DataDirectory open(Path home, boolean kept) throws IOException {
        Files.createDirectories(home);
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new DataInUse(home);
        }
        DataDirectory directory = new DataDirectory(home, channel, kept);
        directory.stopOrphan();
        return directory;
    }

    Path database() {
        return home.resolve("database");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException withinThisProcess) {
            return false;
        }
    }

    /** A killed instance leaves its PostgreSQL running; nobody else holds our lock, so it belongs to nobody. */
    private void stopOrphan() throws IOException {
        Path pidFile = database().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> orphan =
                lines.isEmpty() ? Optional.empty() : process(lines.get(0).strip());
        if (orphan.filter(this::isOurPostgres).isPresent()) {
            log.info("Stopping the PostgreSQL that an earlier, killed run has left behind");
            stop(orphan.get());
        }
    }

    private static Optional<ProcessHandle> process(String pid) {
        return pid.matches("[0-9]{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
    }

    /** The number may by now belong to a stranger's process. */
    private boolean isOurPostgres(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        String command = info.command().orElse("");
        @Nullable String[] arguments = info.arguments().orElse(null);
        return Path.of(command).getFileName().toString().startsWith("postgres")
                && (arguments == null || List.of(arguments).contains(database().toString()));
    }

    private static void stop(ProcessHandle orphan) {
        orphan.destroy();
        try {
            orphan.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        } catch (CompletionException late) {
            if (!(late.getCause() instanceof TimeoutException)) {
                throw late;
            }
            orphan.destroyForcibly();
            orphan.onExit().join();
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        if (!kept) {
            FileSystemUtils.deleteRecursively(home);
        }
    }
}
