package fi.hytekello.demo;

import fi.hytekello.body.Body;
import fi.hytekello.calendar.Finland;
import fi.hytekello.demo.simulation.RoundEnding;
import fi.hytekello.demo.simulation.SimulatedRound;
import fi.hytekello.demo.simulation.Timeline;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.nomination.QuotaStatements;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundLetters;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.platform.MovableClock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Plays the round of nominations that {@code --hytekello.simulate.region} asks for and tells how it went. */
@Component
@Conditional(DemoWorldOn.class)
class RegionSimulation {

    private final DemoRegion region;
    private final Municipalities municipalities;
    private final SimulatedRound simulated;
    private final Rounds rounds;
    private final RoundLetters letters;
    private final QuotaStatements statements;
    private final RoundEnding ending;
    private final MovableClock clock;

    RegionSimulation(
            DemoRegion region,
            Municipalities municipalities,
            SimulatedRound simulated,
            Rounds rounds,
            RoundLetters letters,
            QuotaStatements statements,
            RoundEnding ending,
            MovableClock clock) {
        this.region = region;
        this.municipalities = municipalities;
        this.simulated = simulated;
        this.rounds = rounds;
        this.letters = letters;
        this.statements = statements;
        this.ending = ending;
        this.clock = clock;
    }

    /**
     * @param code of the regional council
     * @param year in which the letter goes
     * @return whether the round ended properly
     */
    boolean played(String code, int year, Path output, PrintStream out) throws IOException {
        if (!code.equals(DemoPeople.COUNCIL.value())) {
            out.printf("There is a script for the region %s only, not for %s.%n", DemoPeople.COUNCIL, code);
            return false;
        }
        region.enrol();
        Body body = region.group();
        Municipality council = municipalities.get(DemoPeople.COUNCIL);
        Timeline timeline = new Timeline(out);
        Round round = rounds.get(simulated.play(council, body, year, timeline));
        LocalDate today = LocalDate.ofInstant(clock.now(), Finland.ZONE);
        tell(round, body, today, out);
        row("documents", write(round, output.resolve("documents")), out);
        List.of("mail", "documents")
                .forEach(folder -> out.printf("%-28s %s%n", folder + " in", output.resolve(folder)));
        List<String> missing = ending.missing(round, body, today);
        missing.forEach(lack -> out.println("MISSING: " + lack));
        out.println(missing.isEmpty() ? "The round has ended properly." : "The round has not ended properly.");
        return missing.isEmpty();
    }

    private void tell(Round round, Body body, LocalDate today, PrintStream out) {
        out.println();
        ending.requests(round).forEach((state, count) -> row("request " + state, count, out));
        ending.named(round).forEach((how, count) -> row(how, count, out));
        ending.members(body, today).forEach((role, count) -> row(words(role.name()), count, out));
        ending.mails(round.keeper()).forEach((kind, count) -> row("mail " + words(kind), count, out));
        ending.quota(body, today).forEach(line -> out.println("Quota of " + line + "."));
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void row(String what, long count, PrintStream out) {
        out.printf("%-28s %8d%n", what, count);
    }

    /** The letter as it went and the statement on the quota, in both languages; how many files. */
    private int write(Round round, Path directory) throws IOException {
        Files.createDirectories(directory);
        int files = 0;
        for (Locale language : List.of(Languages.FINNISH, Languages.SWEDISH)) {
            Files.write(
                    directory.resolve("%s-nimeamispyynto-%s.pdf".formatted(round.keeper(), language)),
                    letters.pdf(round.id(), language));
            files++;
            Optional<byte[]> statement = statements.confirmed(round.id(), language);
            if (statement.isPresent()) {
                Files.write(
                        directory.resolve("%s-kiintioselvitys-%s.pdf".formatted(round.keeper(), language)),
                        statement.get());
                files++;
            }
        }
        return files;
    }
}
