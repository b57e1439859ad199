package fi.hytekello.demo;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last words of a start: where to go and as whom. */
@Component
@Conditional(DemoOn.class)
class StartBanner {

    private final Environment environment;
    private final DemoPassword password;
    private final DemoProperties demo;

    StartBanner(Environment environment, DemoPassword password, DemoProperties demo) {
        this.environment = environment;
        this.password = password;
        this.demo = demo;
    }

    /** Readiness is announced after everything else of the start. */
    @EventListener
    void print(AvailabilityChangeEvent<ReadinessState> announced) {
        if (announced.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            System.out.print(text(port));
        }
    }

    private String text(String port) {
        return """

                Hytekello is ready.

                  Address    http://%1$s:%2$s
                  Mails      http://%1$s:%2$s/demo/mail   (every mail the product has sent)
                  Clock      http://%1$s:%2$s/demo        (move the time and watch the timers fire)
                  Password   %3$s   (the same for all users)

                  Users      koordinaattori.juva      leads the year's work
                             kunnanjohtaja.juva       approves
                             sivistys.juva            a department's contact; its director is sivistysjohtaja.juva
                             talousjohtaja.juva       links measures to the budget
                             hyvinvointiryhma.juva    the wellbeing group
                             hallintosihteeri.juva    records the decisions of board and council
                             koordinaattori.mikkeli   another municipality, at the start of its year
                             admin                    Cockpit and Admin

                  Data       %4$s (delete it to begin anew)

                """.formatted(
                        environment.getProperty("server.address", "127.0.0.1"), port, password.value(), demo.home());
    }
}
