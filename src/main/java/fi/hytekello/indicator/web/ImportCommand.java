package fi.hytekello.indicator.web;

import fi.hytekello.indicator.source.Counts;
import fi.hytekello.indicator.source.ObservationFiles;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.sheet.SheetProblem;
import fi.hytekello.platform.web.ProblemTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Imports the file that {@code --hytekello.import.observations} names, tells what became of its rows and ends the
 * program: with exit code 0 only where the file was imported.
 */
@Component
@ConditionalOnProperty(ImportCommandSettings.FILE)
class ImportCommand implements ApplicationRunner {

    private final Environment environment;
    private final ConfigurableApplicationContext context;
    private final ObservationFiles files;
    private final ProblemTexts texts;
    private final PrintStream out = System.out;

    ImportCommand(
            Environment environment,
            ConfigurableApplicationContext context,
            ObservationFiles files,
            ProblemTexts texts) {
        this.environment = environment;
        this.context = context;
        this.files = files;
        this.texts = texts;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        ExitCodeGenerator code = imported() ? () -> 0 : () -> 1;
        System.exit(SpringApplication.exit(context, code));
    }

    private boolean imported() throws IOException {
        Path file = Path.of(environment.getRequiredProperty(ImportCommandSettings.FILE));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            out.println("There is no file that can be read at " + file.toAbsolutePath() + ".");
            return false;
        }
        LocalDate fetchedOn;
        try {
            fetchedOn = fetchedOn();
        } catch (DateTimeParseException malformed) {
            out.println("--" + ImportCommandSettings.FETCHED_ON + " is no date such as 2027-01-31.");
            return false;
        }
        try (InputStream content = Files.newInputStream(file)) {
            return told(files.bring(file.getFileName().toString(), content, fetchedOn, null));
        }
    }

    private @Nullable LocalDate fetchedOn() {
        String given = environment.getProperty(ImportCommandSettings.FETCHED_ON, "");
        return given.isBlank() ? null : LocalDate.parse(given.strip());
    }

    private boolean told(ObservationFiles.Outcome outcome) {
        Counts counts = outcome.counts();
        out.println();
        out.printf("%-10s %9d%n", "read", counts.read());
        out.printf("%-10s %9d%n", "new", counts.added());
        out.printf("%-10s %9d%n", "changed", counts.changed());
        out.printf("%-10s %9d%n", "unchanged", counts.unchanged());
        out.printf("%-10s %9d%n", "refused", counts.refused());
        outcome.problems().forEach(problem -> out.println(line(problem)));
        out.println(outcome.isRefused() ? "Nothing was imported: mend the file first." : "The file was imported.");
        return !outcome.isRefused();
    }

    private String line(SheetProblem problem) {
        String message =
                texts.of(problem.problem(), Languages.FINNISH).orElseThrow().message();
        return problem.row() == 0 ? "REFUSED: " + message : "REFUSED line " + problem.row() + ": " + message;
    }
}
