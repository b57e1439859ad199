package fi.hytekello.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path home;

    @Test
    void refusesASecondInstanceOnTheSameDataInPlainWords() throws IOException {
        try (DataDirectory first = DataDirectory.open(home, true)) {
            assertThat(first.database()).isEqualTo(home.resolve("database"));
            assertThatThrownBy(() -> DataDirectory.open(home, true)).isInstanceOf(DataInUse.class);
        }
        DataDirectory.open(home, true).close();

        var told = new DataInUseAnalyzer().analyze(new IllegalStateException(new DataInUse(home)));
        assertThat(told.getDescription()).isEqualTo("Hytekello already runs on the data in " + home + ".");
        assertThat(told.getAction()).contains("--hytekello.data=DIR");
    }

    @Test
    void stopsThePostgresThatAKilledRunHasLeftBehind() throws IOException {
        EmbeddedPostgres orphan = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("database"))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(Path.of("target/postgresql").toFile())
                .setRegisterShutdownHook(false)
                .start();
        ProcessHandle postgres = postmaster();
        try (DataDirectory next = DataDirectory.open(home, true)) {
            assertThat(next.database()).isEqualTo(home.resolve("database"));
            assertThat(postgres.isAlive()).isFalse();
        } finally {
            orphan.close();
        }
    }

    @Test
    void leavesAStrangersProcessAloneThatHasGotTheNumberByNow() throws IOException {
        Files.createDirectories(home.resolve("database"));
        Files.writeString(
                home.resolve("database/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        DataDirectory.open(home, true).close();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void isGoneAfterwardsWhereItIsNotKept() throws IOException {
        Path simulated = home.resolve("simulation-1");
        DataDirectory.open(simulated, false).close();
        assertThat(simulated).doesNotExist();
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(home.resolve("database/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }
}
