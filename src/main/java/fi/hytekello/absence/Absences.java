package fi.hytekello.absence;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets, changes and ends absences. Each person does so for the own, the coordinator and the administrator of a
 * municipality for everybody there. Every step is kept in the audit trail.
 */
@Service
public class Absences {

    private final AbsenceTable table;
    private final People people;
    private final AbsenceProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    Absences(AbsenceTable table, People people, AbsenceProcess process, AuditTrail audit, Clock clock) {
        this.table = table;
        this.people = people;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotFound when there is none of that id in this person's municipalities */
    public Absence get(AbsenceId id, Person reader) {
        return table.find(id)
                .filter(absence ->
                        absence.person().equals(reader.username()) || reader.belongsTo(absence.municipality()))
                .orElseThrow(() -> new NotFound("problem.absence.unknown"));
    }

    /** All absences of a person, the latest first. */
    public List<Absence> of(Username person) {
        return table.of(person);
    }

    /** All absences of a municipality, the latest first. */
    public List<Absence> of(MunicipalityCode municipality) {
        return table.of(municipality);
    }

    /** Where this person stands in, now or later. */
    public List<Absence> deputised(Username deputy) {
        return table.ofDeputy(deputy, today());
    }

    /** True for those who keep the absences of everybody in the municipality. */
    public static boolean mayKeep(Person person, MunicipalityCode municipality) {
        return person.holds(Role.COORDINATOR, municipality) || person.holds(Role.ADMIN, municipality);
    }

    /**
     * Sets these absences together, one for each municipality. What is set already is left as it is.
     *
     * @throws InvalidInput naming the field that breaks a rule; then none is set
     * @throws Refused when they are not this person's to set
     */
    @Transactional
    public void set(List<AbsenceDraft> drafts, Person by) {
        drafts.forEach(draft -> set(draft, by));
    }

    private void set(AbsenceDraft draft, Person by) {
        requireRight(draft, by);
        table.alone(draft.municipality());
        List<Absence> others = table.of(draft.municipality());
        if (others.stream().anyMatch(known -> known.isAsIn(draft))) {
            return;
        }
        Person absent = people.find(draft.person())
                .filter(person -> person.inOwnRight().belongsTo(draft.municipality()))
                .orElseThrow(() -> new InvalidInput("absentee", "problem.absence.nobody"));
        Person deputy = deputy(draft);
        AbsenceRules.check(draft, null, others, deputy, today());
        Absence added = table.find(table.add(draft, by.username())).orElseThrow();
        record(added, "absence.set", AbsenceWarning.of(absent, deputy, draft.municipality()));
        process.begin(added);
    }

    /**
     * Gives an absence another period or deputy. One that has begun keeps its first day.
     *
     * @param version of the absence that the person has seen
     * @throws InvalidInput naming the field that breaks a rule
     * @throws Refused when it is not this person's to change
     * @throws Conflict when somebody else has changed it meanwhile, or it is over
     */
    @Transactional
    public void change(
            AbsenceId id, LocalDate startsOn, LocalDate endsOn, @Nullable Username deputy, int version, Person by) {
        Absence before = alone(id, by);
        AbsenceDraft draft = new AbsenceDraft(before.person(), before.municipality(), startsOn, endsOn, deputy);
        requireRight(draft, by);
        requireRight(before, by);
        if (before.isAsIn(draft)) {
            return;
        }
        requireOpen(before, version);
        List<Absence> others = table.of(before.municipality()).stream()
                .filter(other -> !other.id().equals(id))
                .toList();
        Person standIn = deputy(draft);
        AbsenceRules.check(draft, before, others, standIn, today());
        table.change(id, draft);
        Absence after = table.find(id).orElseThrow();
        record(
                after,
                "absence.changed",
                AbsenceWarning.of(people.get(before.person()), standIn, before.municipality()));
        process.changed(after);
    }

    /**
     * Ends an absence now; one that has not begun is cancelled. A second call changes nothing.
     *
     * @param version of the absence that the person has seen
     * @throws Refused when it is not this person's to end
     * @throws Conflict when somebody else has changed it meanwhile, or it is over
     */
    @Transactional
    public void end(AbsenceId id, int version, Person by) {
        Absence before = alone(id, by);
        requireRight(before, by);
        if (before.endedAt() != null) {
            return;
        }
        requireOpen(before, version);
        table.end(id);
        Absence after = table.find(id).orElseThrow();
        if (after.state(clock.instant()) == Absence.State.CANCELLED) {
            record(after, "absence.cancelled", List.of());
            process.cancelled(after);
        } else {
            record(after, "absence.ended", List.of());
            process.changed(after);
        }
    }

    private Absence alone(AbsenceId id, Person by) {
        table.alone(get(id, by).municipality());
        return get(id, by);
    }

    private void requireOpen(Absence absence, int version) {
        Absence.State state = absence.state(clock.instant());
        if (state == Absence.State.OVER || state == Absence.State.CANCELLED) {
            throw new Conflict("problem.absence.over");
        }
        if (absence.version() != version) {
            throw new Conflict("problem.absence.changed");
        }
    }

    private static void requireRight(Absence absence, Person by) {
        requireRight(absence.person(), absence.municipality(), absence.deputy(), by);
    }

    private static void requireRight(AbsenceDraft draft, Person by) {
        requireRight(draft.person(), draft.municipality(), draft.deputy(), by);
    }

    /** A deputy keeps absences as the absent coordinator would, but not those on which the deputyship itself rests. */
    private static void requireRight(
            Username absent, MunicipalityCode municipality, @Nullable Username deputy, Person by) {
        boolean own = absent.equals(by.username());
        boolean inOwnRight = mayKeep(by.inOwnRight(), municipality);
        boolean asDeputy = mayKeep(by, municipality)
                && !by.username().equals(deputy)
                && by.deputyships().stream()
                        .noneMatch(deputyship -> deputyship.absent().username().equals(absent));
        if (!own && !inOwnRight && !asDeputy) {
            throw new Refused("problem.absence.foreign");
        }
    }

    private @Nullable Person deputy(AbsenceDraft draft) {
        return draft.deputy() == null ? null : people.find(draft.deputy()).orElse(null);
    }

    private void record(Absence absence, String action, List<AbsenceWarning> warnings) {
        Map<String, Object> details = new HashMap<>();
        details.put("person", absence.person().value());
        details.put("from", absence.startsOn().toString());
        details.put("until", absence.endsOn().toString());
        if (absence.deputy() != null) {
            details.put("deputy", absence.deputy().value());
        }
        if (!warnings.isEmpty()) {
            details.put("warnings", warnings);
        }
        audit.record(absence.municipality(), null, action, absence.id().key(), details);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }
}
