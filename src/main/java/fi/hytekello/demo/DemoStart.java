package fi.hytekello.demo;

import fi.hytekello.municipality.Enrolment;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.Register;
import fi.hytekello.municipality.process.EngineIdentities;
import fi.hytekello.platform.EngineAccess;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Brings the demo's world into being before the web server opens and the engine's jobs run. */
@Component
@Conditional(DemoOn.class)
class DemoStart implements SmartLifecycle {

    private static final String COUNTY = "ES";

    private final Register register;
    private final Municipalities municipalities;
    private final Enrolment enrolment;
    private final EngineIdentities identities;
    private final EngineAccess access;
    private final DemoPassword password;
    private final DemoClock clock;
    private boolean running;

    DemoStart(
            Register register,
            Municipalities municipalities,
            Enrolment enrolment,
            EngineIdentities identities,
            EngineAccess access,
            DemoPassword password,
            DemoClock clock) {
        this.register = register;
        this.municipalities = municipalities;
        this.enrolment = enrolment;
        this.identities = identities;
        this.access = access;
        this.password = password;
        this.clock = clock;
    }

    @Override
    public void start() {
        clock.restore();
        register.load();
        enrol(municipalities.ofCounty(COUNTY));
        running = true;
    }

    /** Gives these municipalities their departments and people. */
    private void enrol(List<Municipality> places) {
        enrolment.departments(places.stream()
                .flatMap(place -> DemoPeople.departments(place).stream())
                .toList());
        enrolment.people(
                places.stream().flatMap(place -> DemoPeople.of(place).stream()).toList());
        enrolment.people(DemoPeople.common(places));
        identities.mirror(password.value());
        access.makeAdministrator(DemoPeople.ADMIN.value());
        if (password.changed()) {
            identities.changePasswords(password.value());
        }
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
