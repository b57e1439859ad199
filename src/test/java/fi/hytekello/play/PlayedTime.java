package fi.hytekello.play;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.demo.simulation.Amount;
import fi.hytekello.demo.simulation.Play;
import fi.hytekello.demo.simulation.SimulatedYear;
import fi.hytekello.demo.simulation.Timeline;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.MailDispatcher;
import fi.hytekello.platform.MovableClock;
import fi.hytekello.platform.Timers;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** The clock of the play: what is due when it moves on fires in its order, and mails leave. */
final class PlayedTime {

    private final BeanFactory beans;
    private final MovableClock clock;
    private final Timers timers;

    PlayedTime(BeanFactory beans) {
        this.beans = beans;
        this.clock = beans.getBean(MovableClock.class);
        this.timers = beans.getBean(Timers.class);
    }

    /** Lets scripted people play the municipality's year until this day at ten o'clock. */
    Cycle play(MunicipalityCode municipality, LocalDate until) {
        beans.getBean(SimulatedYear.class)
                .play(
                        Play.annual(
                                beans.getBean(Municipalities.class).get(municipality),
                                until.getYear(),
                                Amount.FEW,
                                officeHour(until)),
                        new Timeline(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)));
        return beans.getBean(Cycles.class).find(municipality, until.getYear()).orElseThrow();
    }

    /** To ten o'clock of this day. */
    void moveTo(Cycle cycle, LocalDate day) {
        Instant morning = officeHour(day);
        for (Optional<Timers.Timer> due = next(cycle, morning); due.isPresent(); due = next(cycle, morning)) {
            Instant at = due.get().due();
            clock.stopAt(at.isAfter(clock.now()) ? at : clock.now());
            timers.run(due.get());
        }
        clock.stopAt(morning);
        beans.getBean(MailDispatcher.class).dispatchDue();
    }

    /** To ten o'clock of the next working day: the morning's mail has come. */
    void sleep(Cycle cycle) {
        moveTo(cycle, beans.getBean(BusinessDays.class).plus(today(), 1));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.now(), Finland.ZONE);
    }

    /** Back to the real time. */
    void runOn() {
        clock.runWithOffset(Duration.ZERO);
    }

    private static Instant officeHour(LocalDate day) {
        return day.atTime(10, 0).atZone(Finland.ZONE).toInstant();
    }

    private Optional<Timers.Timer> next(Cycle cycle, Instant until) {
        return timers.ofCycles(List.of(cycle.municipality().value()), List.of(cycle.businessKey())).stream()
                .filter(timer -> !timer.due().isAfter(until))
                .findFirst();
    }
}
