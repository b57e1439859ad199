package fi.hytekello.indicator.source;

import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.SheetProblem;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Imports a file of Sotkanet's rows: all of it, or nothing where a line is wrong. */
@Service
public class ObservationFiles {

    private final ObservationIntake intake;
    private final ImportHistory history;

    ObservationFiles(ObservationIntake intake, ImportHistory history) {
        this.intake = intake;
        this.history = history;
    }

    /**
     * How it went.
     *
     * @param problems the first of what is wrong, by line; empty where the file was imported
     */
    public record Outcome(Counts counts, List<SheetProblem> problems) {

        public Outcome {
            problems = List.copyOf(problems);
        }

        public boolean isRefused() {
            return !problems.isEmpty();
        }
    }

    /**
     * Imports the file and notes it in the history, also where it is refused.
     *
     * @param name of the file, for the history
     * @param fetchedOn the day on which Sotkanet gave the file (Europe/Helsinki), null where it is not known
     * @param by who imports it, null for the program
     */
    @Transactional
    public Outcome bring(String name, InputStream content, @Nullable LocalDate fetchedOn, @Nullable Username by)
            throws IOException {
        ImportId id = history.begin(ImportKind.FILE, name, null, by);
        SotkanetFile file;
        try {
            file = SotkanetFile.read(content);
        } catch (InvalidInput unreadable) {
            return refused(id, Counts.NONE, List.of(new SheetProblem(0, unreadable)));
        }
        if (file.wrong() > 0) {
            return refused(id, Counts.refused(file.read(), file.wrong()), file.problems());
        }
        intake.prepare(file.rows());
        List<SheetProblem> problems = intake.problems(SotkanetFile.MOST_TOLD);
        if (!problems.isEmpty()) {
            return refused(id, Counts.refused(file.read(), intake.wrongLines()), problems);
        }
        Counts counts = intake.take(id, fetchedOn);
        history.count(id, counts);
        history.finish(id, ImportHistory.State.DONE);
        return new Outcome(counts, List.of());
    }

    private Outcome refused(ImportId id, Counts counts, List<SheetProblem> problems) {
        SheetProblem first = Objects.requireNonNull(problems.get(0));
        history.count(id, counts);
        history.note(
                id,
                first.row() == 0
                        ? Problem.of("import.refused.file")
                        : Problem.of("import.refused.line", Integer.toString(first.row()), counts.refused()));
        history.finish(id, ImportHistory.State.REFUSED);
        return new Outcome(counts, problems);
    }
}
