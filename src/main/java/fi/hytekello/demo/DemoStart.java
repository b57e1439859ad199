package fi.hytekello.demo;

import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.demo.simulation.Amount;
import fi.hytekello.demo.simulation.Play;
import fi.hytekello.demo.simulation.SimulatedYear;
import fi.hytekello.demo.simulation.Timeline;
import fi.hytekello.municipality.Identities;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Register;
import fi.hytekello.platform.EngineAccess;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Brings the demo's world into being before the web server opens and the engine's jobs run. */
@Component
@Conditional(DemoOn.class)
class DemoStart implements SmartLifecycle {

    private static final MunicipalityCode UNDER_WAY = new MunicipalityCode("178");
    private static final MunicipalityCode JUST_BEGUN = new MunicipalityCode("491");
    private static final int FEBRUARY = 2;

    private final Register register;
    private final Municipalities municipalities;
    private final DemoWorld world;
    private final DemoRegion region;
    private final Identities identities;
    private final EngineAccess access;
    private final DemoProperties settings;
    private final DemoPassword password;
    private final DemoClock clock;
    private final Cycles cycles;
    private final CyclePlanning planning;
    private final People people;
    private final SimulatedYear years;
    private boolean running;

    DemoStart(
            Register register,
            Municipalities municipalities,
            DemoWorld world,
            DemoRegion region,
            Identities identities,
            EngineAccess access,
            DemoProperties settings,
            DemoPassword password,
            DemoClock clock,
            Cycles cycles,
            CyclePlanning planning,
            People people,
            SimulatedYear years) {
        this.register = register;
        this.municipalities = municipalities;
        this.world = world;
        this.region = region;
        this.identities = identities;
        this.access = access;
        this.settings = settings;
        this.password = password;
        this.clock = clock;
        this.cycles = cycles;
        this.planning = planning;
        this.people = people;
        this.years = years;
    }

    @Override
    public void start() {
        clock.restore();
        register.load();
        world.enrol(municipalities.ofCounty(DemoPeople.COUNTY));
        region.enrol();
        identities.mirror(password.value());
        access.makeAdministrator(DemoPeople.ADMIN.value());
        if (password.changed()) {
            identities.changePasswords(password.value());
        }
        if (cycles.of(List.of(JUST_BEGUN)).isEmpty()) {
            firstYears();
        }
        running = true;
    }

    /** One municipality in the middle of its year, where the settings want it; another before its first step. */
    private void firstYears() {
        LocalDate today = LocalDate.ofInstant(clock.now(), Finland.ZONE);
        if (settings.yearUnderWay()) {
            playUntil(today.getYear(), clock.now());
        }
        Municipality beginning = municipalities.get(JUST_BEGUN);
        planning.start(
                beginning.code(),
                today.getMonthValue() < FEBRUARY ? today.getYear() : today.getYear() + 1,
                people.get(DemoPeople.username("koordinaattori", beginning)));
    }

    /** With all that leads there. */
    private void playUntil(int year, Instant now) {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        years.play(Play.annual(municipalities.get(UNDER_WAY), year, Amount.FEW, now), new Timeline(silent));
        clock.restore();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, whose phase is late. */
    @Override
    public int getPhase() {
        return 0;
    }
}
