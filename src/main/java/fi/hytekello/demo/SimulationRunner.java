package fi.hytekello.demo;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.demo.simulation.Amount;
import fi.hytekello.demo.simulation.Ending;
import fi.hytekello.demo.simulation.Play;
import fi.hytekello.demo.simulation.SimulatedYear;
import fi.hytekello.demo.simulation.Timeline;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Register;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Plays the year that {@code --hytekello.simulate} asks for, or the round of nominations of {@code
 * --hytekello.simulate.region}, tells how it went and ends the program.
 */
@Component
@ConditionalOnProperty(SimulationSettings.YEAR)
class SimulationRunner implements ApplicationRunner {

    private final Environment environment;
    private final ConfigurableApplicationContext context;
    private final Register register;
    private final Municipalities municipalities;
    private final DemoWorld world;
    private final RegionSimulation region;
    private final SimulatedYear years;
    private final Ending ending;
    private final ObjectProvider<JavaMailSender> mailServer;
    private final MailStore mails;
    private final DocumentFiles documents;
    private final CalendarFiles calendars;
    private final PrintStream out = System.out;

    SimulationRunner(
            Environment environment,
            ConfigurableApplicationContext context,
            Register register,
            Municipalities municipalities,
            DemoWorld world,
            RegionSimulation region,
            SimulatedYear years,
            Ending ending,
            ObjectProvider<JavaMailSender> mailServer,
            MailStore mails,
            DocumentFiles documents,
            CalendarFiles calendars) {
        this.environment = environment;
        this.context = context;
        this.register = register;
        this.municipalities = municipalities;
        this.world = world;
        this.region = region;
        this.years = years;
        this.ending = ending;
        this.mailServer = mailServer;
        this.mails = mails;
        this.documents = documents;
        this.calendars = calendars;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        ExitCodeGenerator code = played() ? () -> 0 : () -> 1;
        System.exit(SpringApplication.exit(context, code));
    }

    private boolean played() throws IOException {
        if (mailServer.getIfAvailable() == null) {
            out.println("The simulation sends its mails over SMTP: name a mail server with --spring.mail.host=HOST.");
            return false;
        }
        int year = environment.getRequiredProperty(SimulationSettings.YEAR, Integer.class);
        mails.clear();
        register.load();
        String council = environment.getProperty(SimulationSettings.REGION);
        if (council != null) {
            return region.played(council, year, SimulationSettings.output(environment), out);
        }
        List<Municipality> places = places();
        world.enrol(places);
        Instant limit =
                LocalDate.of(year + 1, 12, 31).atStartOfDay(Finland.ZONE).toInstant();
        SimulatedYear.Played played = years.play(new Play(places, year, kind(), Amount.ALL, limit), new Timeline(out));
        return told(played, places);
    }

    /** The kind that {@code --hytekello.simulate.kind} asks for; null lets the decision table choose. */
    private Cycle.@Nullable Kind kind() {
        return environment.getProperty(SimulationSettings.KIND, Cycle.Kind.class);
    }

    private List<Municipality> places() {
        return Stream.of(environment
                        .getProperty("hytekello.simulate.municipalities", "178")
                        .split(",", -1))
                .map(code -> municipalities.get(new MunicipalityCode(code.strip())))
                .toList();
    }

    private boolean told(SimulatedYear.Played played, List<Municipality> places) throws IOException {
        List<CycleId> cycles = played.cycles().stream().map(Cycle::id).toList();
        Path output = SimulationSettings.output(environment);
        Ending.Numbers numbers = ending.numbers(cycles);
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("municipalities", places.size());
        rows.put("measures", numbers.measures());
        rows.put("tasks", played.tasks());
        rows.put("decisions", numbers.decisions());
        rows.put("escalations", numbers.escalations());
        rows.put(
                "mails",
                numbers.mails().values().stream().mapToInt(Integer::intValue).sum());
        numbers.mails()
                .forEach((kind, count) ->
                        rows.put("  " + kind.toLowerCase(Locale.ROOT).replace('_', ' '), count));
        rows.put("documents", documents.write(cycles, output.resolve("documents")));
        rows.put("imported tables", documents.write(played.sheets(), output.resolve("imported")));
        rows.put("calendars", calendars.write(places, output.resolve("calendar")));
        out.println();
        rows.forEach((what, count) -> out.printf("%-20s %8d%n", what, count));
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        out.printf(Locale.ROOT, "%-20s %8.1f%n", "seconds", seconds);
        List.of("mail", "documents", "imported", "calendar")
                .forEach(folder -> out.printf("%-20s %s%n", folder + " in", output.resolve(folder)));
        List<String> missing = ending.missing(cycles);
        missing.forEach(lack -> out.println("MISSING: " + lack));
        out.println(missing.isEmpty() ? "Every cycle has ended properly." : "Not every cycle has ended properly.");
        return missing.isEmpty();
    }
}
