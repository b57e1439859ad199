package fi.hytekello.notification;

import fi.hytekello.municipality.Deputyship;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells what passes to a deputy when an absence begins, and what is still open when it is over: a mail for each task. */
@Component
public class Handovers {

    private final Worklist worklist;
    private final Outbox outbox;

    Handovers(Worklist worklist, Outbox outbox) {
        this.worklist = worklist;
        this.outbox = outbox;
    }

    /**
     * What is open for an absent person, to the deputy; without that which is the deputy's own too. A second call tells
     * only what was not told before.
     */
    public void toDeputy(Person deputy, Deputyship deputyship) {
        Person absent = deputyship.absent();
        absent.municipalities()
                .forEach(municipality -> outbox.add(open(absent, municipality)
                        .filter(task -> !Turn.of(task).isOwn(deputy.inOwnRight()))
                        .map(task -> about(NotificationKind.DEPUTY_NOTICE, task, deputy, deputyship.absence()))
                        .toList()));
    }

    /** What is open for a person who is back, to this person. */
    public void toReturned(Person returned, MunicipalityCode municipality, long absence) {
        outbox.add(open(returned.inOwnRight(), municipality)
                .map(task -> about(NotificationKind.RETURN_NOTICE, task, returned, absence))
                .toList());
    }

    private Stream<OpenTask> open(Person person, MunicipalityCode municipality) {
        return worklist.of(person).stream()
                .filter(task -> task.municipality().equals(municipality))
                .filter(task -> Turn.of(task).isOwn(person));
    }

    private static Notification about(NotificationKind kind, OpenTask task, Person recipient, long absence) {
        Notification told = TaskNotifications.of(kind, task, Turn.of(task), recipient);
        // The same task may be open in a later absence, too.
        return new Notification(
                told.recipient(),
                told.municipality(),
                told.cycle(),
                kind,
                "absence:" + absence + ":" + told.subjectKey(),
                told.dueOn(),
                told.taskId(),
                told.urgency(),
                told.payload());
    }
}
