package fi.hytekello.meeting;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.Registers;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what meetings agreed, and sees to it that each says when the next one is. */
@Service
public class MeetingRecords {

    private final MeetingTable table;
    private final Attendees attendees;
    private final MeetingActions actions;
    private final Elections elections;
    private final Bodies bodies;
    private final Registers registers;
    private final MeetingProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    MeetingRecords(
            MeetingTable table,
            Attendees attendees,
            MeetingActions actions,
            Elections elections,
            Bodies bodies,
            Registers registers,
            MeetingProcess process,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.attendees = attendees;
        this.actions = actions;
        this.elections = elections;
        this.bodies = bodies;
        this.registers = registers;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** By their deadlines. */
    public List<MeetingAction> actions(MeetingId meeting) {
        return actions.of(meeting);
    }

    /**
     * Saves a draft.
     *
     * @throws InvalidInput when a text is too long
     * @throws Conflict when somebody changed it after that version
     */
    @Transactional
    public void record(Meeting meeting, MeetingRecord record, int version) {
        record.check();
        table.record(meeting.id(), record, version);
        attendees.attended(meeting.id(), record.attended());
        audit(meeting, "meeting.recorded", Map.of());
    }

    /** @throws InvalidInput naming what is missing */
    @Transactional
    public void addAction(Meeting meeting, @Nullable String title, @Nullable String owner, @Nullable LocalDate dueOn) {
        actions.add(meeting.id(), title, owner, dueOn);
        audit(meeting, "meeting.actionAgreed", Map.of());
    }

    @Transactional
    public void removeAction(Meeting meeting, long action) {
        actions.remove(meeting.id(), action);
        audit(meeting, "meeting.actionRemoved", Map.of("action", action));
    }

    /**
     * Notes that an agreed action is done, or why it is not.
     *
     * @throws InvalidInput when neither is told
     * @throws Conflict when somebody changed it after that version
     * @throws Refused for all but the keeper of the body
     */
    @Transactional
    public void settle(Meeting meeting, long action, boolean done, @Nullable String reason, int version, Person by) {
        registers.keptBy(by, meeting.keeper());
        actions.settle(
                meeting.id(),
                action,
                done ? today() : null,
                done ? null : Texts.required("reason", reason, 2000),
                version);
        audit(meeting, "meeting.actionSettled", Map.of("action", action, "done", done));
    }

    /**
     * How an arranged meeting went. A held one says when the next is to be, unless one is under way already, or why
     * there is none; the next one's preparation begins at once.
     *
     * @param elected chair and vice chair, where they were elected
     * @throws InvalidInput when it is said to be held before its time, without a memo or without a word on the next one
     */
    @Transactional
    public void conclude(Meeting meeting, MeetingOutcome outcome, @Nullable String reason, Elected elected, Person by) {
        switch (outcome) {
            case HELD -> held(meeting, elected, by);
            case MOVED -> {
                table.state(meeting.id(), Meeting.State.PREPARING, Texts.required("reason", reason, 2000));
                attendees.hinderNobody(meeting.id());
            }
            case NOT_HELD -> table.state(meeting.id(), Meeting.State.NOT_HELD, Texts.required("reason", reason, 2000));
        }
        audit(meeting, "meeting.concluded", Map.of("outcome", outcome));
    }

    private void held(Meeting meeting, Elected elected, Person by) {
        Instant startsAt = meeting.startsAt();
        if (startsAt == null || startsAt.isAfter(clock.instant())) {
            throw new InvalidInput("meetingOutcome", "problem.meeting.early");
        }
        Texts.required("memo", meeting.memo(), 20_000);
        boolean another = table.of(meeting.body()).stream()
                .anyMatch(one -> !one.id().equals(meeting.id()) && one.state().isToCome());
        LocalDate next = meeting.nextOn();
        if (next != null && !next.isAfter(LocalDate.ofInstant(startsAt, Finland.ZONE))) {
            throw new InvalidInput("nextOn", "problem.meeting.nextBefore");
        }
        if (!another && next == null && meeting.noNextReason() == null) {
            throw new InvalidInput("nextOn", "problem.meeting.next");
        }
        elections.record(meeting, LocalDate.ofInstant(startsAt, Finland.ZONE), elected, by);
        table.state(meeting.id(), Meeting.State.HELD, null);
        if (!another && next != null) {
            process.begin(bodies.get(meeting.keeper(), meeting.body()), null);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }

    private void audit(Meeting meeting, String action, Map<String, ?> details) {
        audit.record(meeting.keeper(), null, action, "meeting:" + meeting.id(), details);
    }
}
