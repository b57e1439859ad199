package fi.hytekello.demo;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.demo.simulation.Ending;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Plays the year that {@code --hytekello.simulate} asks for, tells how it went and ends the program. */
@Component
@ConditionalOnProperty(SimulationSettings.YEAR)
class SimulationRunner implements ApplicationRunner {

    private final Environment environment;
    private final ConfigurableApplicationContext context;
    private final Register register;
    private final Municipalities municipalities;
    private final DemoWorld world;
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
        List<Municipality> places = places();
        world.enrol(places);
        Instant limit =
                LocalDate.of(year + 1, 12, 31).atStartOfDay(Finland.ZONE).toInstant();
        SimulatedYear.Played played = years.play(places, year, kind(), limit, new Timeline(out));
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
        Ending.Numbers numbers = ending.numbers(cycles);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("municipalities", Integer.toString(places.size())));
        rows.add(List.of("tasks", Integer.toString(played.tasks())));
        rows.add(List.of("decisions", Integer.toString(numbers.decisions())));
        rows.add(List.of("escalations", Integer.toString(numbers.escalations())));
        int mails =
                numbers.mails().values().stream().mapToInt(Integer::intValue).sum();
        rows.add(List.of("mails", Integer.toString(mails)));
        numbers.mails()
                .forEach((kind, count) -> rows.add(
                        List.of("  " + kind.toLowerCase(Locale.ROOT).replace('_', ' '), Integer.toString(count))));
        Path folder = SimulationSettings.output(environment).resolve("documents");
        rows.add(List.of("documents", Integer.toString(documents.write(cycles, folder))));
        Path calendar = SimulationSettings.output(environment).resolve("calendar");
        rows.add(List.of("calendars", Integer.toString(calendars.write(places, calendar))));
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        rows.add(List.of("seconds", String.format(Locale.ROOT, "%.1f", seconds)));
        out.println();
        rows.forEach(row -> out.printf("%-20s %8s%n", row.get(0), row.get(1)));
        out.println(
                "mails in             " + SimulationSettings.output(environment).resolve("mail"));
        out.println("documents in         " + folder);
        out.println("calendars in         " + calendar);
        List<String> missing = ending.missing(cycles);
        missing.forEach(lack -> out.println("MISSING: " + lack));
        out.println(missing.isEmpty() ? "Every cycle has ended properly." : "Not every cycle has ended properly.");
        return missing.isEmpty();
    }
}
