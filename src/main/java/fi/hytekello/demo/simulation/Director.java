package fi.hytekello.demo.simulation;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.notification.MailDispatcher;
import fi.hytekello.notification.WaitingMails;
import fi.hytekello.platform.MovableClock;
import fi.hytekello.platform.Timers;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Moves the clock from one thing that happens to the next: due timers fire in their order, who has something to do by
 * now does it, mails leave.
 */
@Component
class Director {

    private final MovableClock clock;
    private final Timers timers;
    private final Worklist worklist;
    private final Actor actor;
    private final MailDispatcher dispatcher;
    private final WaitingMails waitingMails;
    private final SentMails sentMails;

    Director(
            MovableClock clock,
            Timers timers,
            Worklist worklist,
            Actor actor,
            MailDispatcher dispatcher,
            WaitingMails waitingMails,
            SentMails sentMails) {
        this.clock = clock;
        this.timers = timers;
        this.worklist = worklist;
        this.actor = actor;
        this.dispatcher = dispatcher;
        this.waitingMails = waitingMails;
        this.sentMails = sentMails;
    }

    /** Ends when nothing waits any more, or at {@code until}, where the clock is left. */
    void direct(List<Scene> scenes, Play play, Timeline timeline) {
        Collection<Scene> changed = scenes;
        while (true) {
            look(changed);
            sendMails(scenes, timeline);
            Optional<Instant> next = next(scenes);
            if (next.isEmpty() || next.get().isAfter(play.until())) {
                clock.stopAt(play.until());
                return;
            }
            if (next.get().isAfter(clock.now())) {
                clock.stopAt(next.get());
            }
            changed = due(scenes);
            changed.forEach(scene -> act(scene, play, timeline));
        }
    }

    /** When a timer fires, somebody acts or a mail leaves. */
    private Optional<Instant> next(List<Scene> scenes) {
        Stream<Instant> mails =
                waitingMails
                        .next(scenes.stream().map(scene -> scene.cycle().id()).toList(), clock.now())
                        .stream();
        return Stream.concat(scenes.stream().flatMap(scene -> scene.next().stream()), mails)
                .min(Comparator.naturalOrder());
    }

    private List<Scene> due(List<Scene> scenes) {
        return scenes.stream()
                .filter(scene ->
                        scene.next().filter(next -> !next.isAfter(clock.now())).isPresent())
                .toList();
    }

    /** Only those in which something has happened: nothing else moves a municipality's year. */
    private void look(Collection<Scene> scenes) {
        List<Timers.Timer> waiting = timers.ofCycles(
                scenes.stream().map(scene -> scene.place().code().value()).toList(),
                scenes.stream().map(scene -> scene.cycle().businessKey()).toList());
        for (Scene scene : scenes) {
            Cycle cycle = scene.cycle();
            Map<OpenTask, Instant> open = new LinkedHashMap<>();
            worklist.ofCycle(cycle.id()).forEach(task -> open.put(task, actor.when(task, scene)));
            scene.stands(
                    waiting.stream()
                            .filter(timer -> timer.businessKey().equals(cycle.businessKey()))
                            .toList(),
                    open);
        }
    }

    /** Timers before people: at eight in the morning the reminders have left, at ten somebody heeds them. */
    private void act(Scene scene, Play play, Timeline timeline) {
        Instant now = clock.now();
        if (runTimers(scene, timeline)) {
            return;
        }
        scene.takeErrand(now).ifPresent(errand -> {
            ScriptedUsers.as(errand.person(), errand.work());
            timeline.said(
                    now, scene.place().nameFi(), errand.person().username().value(), errand.told());
        });
        // What one does may end another's task: a refusal ends the department's other confirmations.
        scene.dueTasks(now).stream()
                .filter(task -> worklist.find(task.id()).isPresent())
                .forEach(task -> actor.act(task, scene, play.amount(), timeline));
    }

    private boolean runTimers(Scene scene, Timeline timeline) {
        boolean ran = false;
        Optional<Timers.Timer> timer = scene.dueTimer(clock.now());
        while (timer.isPresent()) {
            timers.run(timer.get());
            timeline.timer(
                    clock.now(),
                    scene.place().nameFi(),
                    timer.get().process(),
                    timer.get().activity());
            ran = true;
            look(List.of(scene));
            timer = scene.dueTimer(clock.now());
        }
        return ran;
    }

    private void sendMails(List<Scene> scenes, Timeline timeline) {
        dispatcher.dispatchDue();
        List<SentMails.Sent> sent = sentMails.take();
        scenes.forEach(scene -> timeline.mails(
                clock.now(),
                scene.place().nameFi(),
                sent.stream()
                        .filter(mail ->
                                mail.municipality().equals(scene.place().code().value()))
                        .toList()));
    }
}
