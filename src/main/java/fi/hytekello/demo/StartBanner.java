package fi.hytekello.demo;

import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.People;
import fi.hytekello.worklist.Worklist;
import java.util.stream.Collectors;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last words of a start: where to go and as whom. */
@Component
@Conditional(DemoOn.class)
class StartBanner {

    private static final int SHOWN = 6;

    private final Environment environment;
    private final DemoPassword password;
    private final DemoProperties demo;
    private final Cycles cycles;
    private final Municipalities municipalities;
    private final Worklist worklist;
    private final People people;
    private final MessageSource messages;

    StartBanner(
            Environment environment,
            DemoPassword password,
            DemoProperties demo,
            Cycles cycles,
            Municipalities municipalities,
            Worklist worklist,
            People people,
            MessageSource messages) {
        this.environment = environment;
        this.password = password;
        this.demo = demo;
        this.cycles = cycles;
        this.municipalities = municipalities;
        this.worklist = worklist;
        this.people = people;
        this.messages = messages;
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
                  Password   %3$s   (the same for all users)

                  Waiting    %4$s

                  All users of Juva (the same posts with .mikkeli, .savonlinna, …)
                             koordinaattori.juva      leads the year's work
                             kunnanjohtaja.juva       approves
                             sivistys.juva            a department's contact; its director is sivistysjohtaja.juva
                                                      (likewise hyvinvointi, tekninen, hallinto, elinvoima, kulttuuri)
                             talousjohtaja.juva       links measures to the budget
                             hyvinvointiryhma.juva    the wellbeing group
                             hallintosihteeri.juva    records the decisions of board and council
                             admin                    Cockpit and Admin

                  Regional council of Kanta-Häme
                             aluekoordinaattori.hame  prepares and follows its matters
                             aluejohtaja.hame         approves
                             kirjaamo.hame            the registry

                  Mails      http://%1$s:%2$s/demo/mail   (every mail the product has sent)
                  Clock      http://%1$s:%2$s/demo        (move the time and watch the timers fire)
                  Data       %5$s (delete it to begin anew)

                """.formatted(
                environment.getProperty("server.address", "127.0.0.1"), port, password.value(), waiting(), demo.home());
    }

    /** Whom to sign in as to find something to do. */
    private String waiting() {
        return cycles
                .of(municipalities.ofCounty(DemoPeople.COUNTY).stream()
                        .map(Municipality::code)
                        .toList())
                .stream()
                .flatMap(cycle -> worklist.ofCycle(cycle.id()).stream())
                .limit(SHOWN)
                .flatMap(task -> people.inGroups(task.municipality(), task.groups()).stream()
                        .limit(1)
                        .map(person -> "%-24s %s"
                                .formatted(
                                        person.username().value(),
                                        messages.getMessage(task.nameKey(), null, Languages.FINNISH))))
                .collect(Collectors.joining("\n             "));
    }
}
