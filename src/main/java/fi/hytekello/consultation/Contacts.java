package fi.hytekello.consultation;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contacts with the management of each municipality: agreed, heard or not reached, and what was said. */
@Service
public class Contacts {

    private final ContactTable table;
    private final ConsultationTable consultations;
    private final ConsultationDeadlines deadlines;
    private final ConsultationProcess process;
    private final AuditTrail audit;

    Contacts(
            ContactTable table,
            ConsultationTable consultations,
            ConsultationDeadlines deadlines,
            ConsultationProcess process,
            AuditTrail audit) {
        this.table = table;
        this.consultations = consultations;
        this.deadlines = deadlines;
        this.process = process;
        this.audit = audit;
    }

    /** Those of a consultation by the municipalities' Finnish names. */
    public List<Contact> of(ConsultationId consultation) {
        return table.of(consultation);
    }

    /** @throws NotFound when there is none in the consultation */
    public Contact get(Consultation consultation, ContactId id) {
        return table.find(id)
                .filter(found -> found.consultation().equals(consultation.id()))
                .orElseThrow(() -> new NotFound("problem.consultation.unknown"));
    }

    /** @throws NotFound when the task is done, or is another's */
    public Contact ofTask(String task) {
        Contact found = table.ofTasks(List.of(task)).get(task);
        if (found == null) {
            throw new NotFound("problem.task.gone");
        }
        return found;
    }

    /** The contact's task waits for somebody. */
    @Transactional
    public void taskOpened(ContactId id, String task) {
        table.taskOpened(id, task);
    }

    /**
     * Keeps what is written of a contact whose task is open, complete or not; an agreed day moves the task's deadline.
     *
     * @param version the one that the writer saw
     * @throws InvalidInput naming the field that is too long or wrong
     * @throws Conflict when somebody changed it meanwhile
     */
    @Transactional
    public void write(String task, ContactNotes notes, int version) {
        Contact before = ofTask(task);
        Consultation consultation = consultations.find(before.consultation()).orElseThrow();
        notes.checkDraft(before, consultation.lastDay(), deadlines.today());
        written(before, notes, version);
        Contact after = ofTask(task);
        process.dueMoved(Map.of(task, deadlines.contactDue(consultation, after)));
    }

    /**
     * Ends the contact with what is written of it.
     *
     * @throws InvalidInput naming the first field that is missing
     * @throws Conflict when it is ended already
     */
    @Transactional
    public void finish(String task) {
        Contact contact = ofTask(task);
        contact.notes().checkFinished();
        consultations.lock(contact.consultation());
        if (!table.finish(contact.id())) {
            throw new Conflict("problem.task.gone");
        }
    }

    /** True for those who hear the municipalities and for the council's coordinator. */
    public boolean mayChange(Person person, Consultation consultation) {
        return person.holds(consultation.handler(), consultation.keeper())
                || person.holds(Role.REGIONAL_COORDINATOR, consultation.keeper());
    }

    /**
     * Changes what is written of a contact that has been ended; it is complete after the change too.
     *
     * @param version the one that the writer saw
     * @throws InvalidInput naming the field that is missing or wrong
     * @throws Refused for all but those who hear the municipalities and the coordinator
     * @throws Conflict when the summary is made, the contact is open, or somebody changed it meanwhile
     */
    @Transactional
    public void change(Consultation consultation, ContactId id, ContactNotes notes, int version, Person by) {
        consultations.lock(consultation.id());
        Contact before = get(consultation, id);
        requireChangeable(consultations.find(consultation.id()).orElseThrow(), before, by);
        notes.checkDraft(before, consultation.lastDay(), deadlines.today());
        notes.checkFinished();
        written(before, notes, version);
        audit.record(
                consultation.keeper(),
                null,
                "contact.changed",
                "contact:" + id,
                Map.of("before", before.state().name(), "after", notes.state().name()));
    }

    /**
     * @throws Refused for all but those who hear the municipalities and the coordinator
     * @throws Conflict when the summary is made, or the contact's task is still open
     */
    public void requireChangeable(Consultation consultation, Contact contact, Person by) {
        if (!mayChange(by, consultation)) {
            throw new Refused("problem.consultation.handler");
        }
        if (consultation.isDone()) {
            throw new Conflict("problem.consultation.summarised");
        }
        if (!contact.finished()) {
            throw new Conflict("problem.consultation.stillOpen");
        }
    }

    private void written(Contact before, ContactNotes notes, int version) {
        if (!table.write(before, notes, version)) {
            throw new Conflict("problem.party.changed");
        }
    }
}
