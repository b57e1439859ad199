package fi.hytekello.municipality;

import fi.hytekello.platform.NotReady;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes production's database ready before the web server opens and the engine's jobs run: refuses one that has been
 * a demo's, and brings in the municipalities of the register and the departments of the settings.
 */
@Component
@Profile("production")
class ProductionStart implements SmartLifecycle {

    private final JdbcClient jdbc;
    private final Register register;
    private final Enrolment enrolment;
    private final Settings settings;
    private boolean running;

    ProductionStart(JdbcClient jdbc, Register register, Enrolment enrolment, Settings settings) {
        this.jdbc = jdbc;
        this.register = register;
        this.enrolment = enrolment;
        this.settings = settings;
    }

    /** @param departments of the municipalities that use the product; one that is there already stays as it is */
    @ConfigurationProperties("hytekello")
    record Settings(@DefaultValue List<Department> departments) {}

    @Override
    public void start() {
        refuseDemoUsers();
        register.load();
        enrolment.departments(settings.departments());
        running = true;
    }

    /** The top-level domain .example belongs to nobody (RFC 2606): only invented people have an address there. */
    private void refuseDemoUsers() {
        Long invented = jdbc.sql("select count(*) from hyte.person where email like '%.example'")
                .query(Long.class)
                .single();
        if (invented > 0) {
            throw new NotReady(List.of("The database holds " + invented + " demo users (their addresses end in"
                    + " .example): start production on a database of its own."));
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
