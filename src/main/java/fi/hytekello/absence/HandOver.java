package fi.hytekello.absence;

import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Mornings;
import fi.hytekello.municipality.Deputyship;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Username;
import fi.hytekello.notification.Handovers;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.Worklist;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes the open tasks to the deputy and back, and tells both. Who may do what follows from the days alone; this only
 * frees what somebody holds who should not. Each step goes by the absence as it is now and may be taken twice.
 */
@Service
public class HandOver {

    private final AbsenceTable table;
    private final People people;
    private final Worklist worklist;
    private final TaskDesk desk;
    private final Handovers handovers;
    private final Mornings mornings;
    private final BusinessDays businessDays;

    HandOver(
            AbsenceTable table,
            People people,
            Worklist worklist,
            TaskDesk desk,
            Handovers handovers,
            Mornings mornings,
            BusinessDays businessDays) {
        this.table = table;
        this.people = people;
        this.worklist = worklist;
        this.desk = desk;
        this.handovers = handovers;
        this.mornings = mornings;
        this.businessDays = businessDays;
    }

    /** When the absence begins. */
    public Instant begins(AbsenceId id) {
        return get(id).begins();
    }

    /** When the deputy is told: on the first working-day morning of the absence, at the latest when it ends. */
    public Instant firstMorning(AbsenceId id) {
        Absence absence = get(id);
        Instant morning = mornings.of(businessDays.next(absence.startsOn()));
        return morning.isBefore(absence.ends()) ? morning : absence.ends();
    }

    /** When the absence ends. */
    public Instant ends(AbsenceId id) {
        return get(id).ends();
    }

    /** When the returned person is told: on the first working-day morning, at once when the absence was ended early. */
    public Instant returnMorning(AbsenceId id) {
        Absence absence = get(id);
        return absence.endedAt() != null
                ? absence.endedAt()
                : mornings.of(businessDays.next(absence.endsOn().plusDays(1)));
    }

    /** Frees what the absent person has claimed, and gives that person's own tasks to the deputy. */
    @Transactional
    public void toDeputy(AbsenceId id) {
        Absence absence = get(id);
        settle(absence, deputyship(absence).isPresent());
    }

    /** Frees what the deputy has claimed and may no longer do, and gives back the own tasks of whoever was away. */
    @Transactional
    public void back(AbsenceId id) {
        settle(get(id), false);
    }

    /** Tells the deputy what is open. */
    @Transactional
    public void tellDeputy(AbsenceId id) {
        Absence absence = get(id);
        deputyship(absence)
                .ifPresent(deputyship ->
                        handovers.toDeputy(people.get(deputy(absence).orElseThrow()), deputyship));
    }

    /** Tells whoever was away what is still open; not while the next absence has already begun. */
    @Transactional
    public void tellReturned(AbsenceId id) {
        Absence absence = get(id);
        people.among(absence.municipality(), List.of(), List.of(absence.person())).stream()
                .filter(person -> person.username().equals(absence.person()))
                .forEach(person -> handovers.toReturned(person, absence.municipality(), id.value()));
    }

    private void settle(Absence absence, boolean away) {
        Map<Username, Person> known = people.of(absence.municipality()).stream()
                .collect(Collectors.toMap(Person::username, person -> person));
        for (OpenTask task : worklist.taken(absence.municipality())) {
            if (task.isPersonal()) {
                if (task.namedPerson().equals(absence.person())) {
                    desk.handOver(task.id(), away ? deputy(absence).orElseThrow() : absence.person());
                }
            } else if (isToBeFreed(task, known, absence, away)) {
                desk.handOver(task.id(), null);
            }
        }
    }

    /** True where the claimer may not do the task any more, or is the one who is away now. */
    private static boolean isToBeFreed(OpenTask task, Map<Username, Person> known, Absence absence, boolean away) {
        Username claimer = Objects.requireNonNull(task.assignee(), "assignee");
        Person person = known.get(claimer);
        return person == null || !task.isFor(person) || (away && claimer.equals(absence.person()));
    }

    /** The deputyship that this absence gives today; empty outside its days and where nobody can stand in. */
    private Optional<Deputyship> deputyship(Absence absence) {
        return deputy(absence).flatMap(people::find).stream()
                .flatMap(person -> person.deputyships().stream())
                .filter(deputyship -> deputyship.absence() == absence.id().value())
                .findFirst();
    }

    private static Optional<Username> deputy(Absence absence) {
        return Optional.ofNullable(absence.deputy());
    }

    private Absence get(AbsenceId id) {
        return table.find(id).orElseThrow();
    }
}
