package fi.hytekello.negotiation;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.EmailAddresses;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares, concludes and follows up the negotiation of a cycle. */
@Service
public class Negotiations {

    private final NegotiationTable table;
    private final Cycles cycles;
    private final AuditTrail audit;
    private final Clock clock;

    Negotiations(NegotiationTable table, Cycles cycles, AuditTrail audit, Clock clock) {
        this.table = table;
        this.cycles = cycles;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty until its preparation begins. */
    public Optional<Negotiation> find(CycleId cycle) {
        return table.find(cycle);
    }

    /** @throws NotFound when its preparation has not begun */
    public Negotiation get(CycleId cycle) {
        return table.find(cycle).orElseThrow(() -> new NotFound("problem.negotiation.unknown"));
    }

    /** Opens the preparation with last year's participants on the list; safe to call again. */
    @Transactional
    public void begin(CycleId cycle) {
        table.create(cycle);
    }

    /**
     * Saves a draft.
     *
     * @param version what the editor saw
     * @throws InvalidInput naming the field when times or link are impossible
     * @throws Conflict when somebody changed it after that
     */
    @Transactional
    public void plan(CycleId cycle, NegotiationPlan plan, int version, Username by) {
        plan.check();
        table.plan(cycle, plan, version, by);
        audit(cycle, "negotiation.planned", Map.of());
    }

    /** @throws InvalidInput when name or address is missing or malformed, or the address is on the list already */
    @Transactional
    public void addParticipant(
            CycleId cycle, @Nullable String name, Party party, @Nullable String email, Locale language) {
        if (name == null) {
            throw new InvalidInput("participantName", "problem.answer.missing");
        }
        if (email == null || !EmailAddresses.isOne(email)) {
            throw new InvalidInput("participantEmail", "problem.negotiation.email");
        }
        try {
            long id = table.addParticipant(cycle, name, party, email, language);
            audit(cycle, "negotiation.participantAdded", Map.of("participant", id));
        } catch (DuplicateKeyException twice) {
            throw new InvalidInput("participantEmail", "problem.negotiation.twice");
        }
    }

    @Transactional
    public void removeParticipant(CycleId cycle, long id) {
        table.removeParticipant(cycle, id);
        audit(cycle, "negotiation.participantRemoved", Map.of("participant", id));
    }

    /**
     * The preparation is done: the negotiation will be held, or not.
     *
     * @throws InvalidInput naming what is missing: the reason, or time, place, agenda and participants
     */
    @Transactional
    public void arrange(CycleId cycle, boolean arranged, @Nullable String reason, Username by) {
        Negotiation negotiation = get(cycle);
        if (!arranged) {
            table.state(cycle, Negotiation.State.NOT_HELD, required(reason), by);
        } else {
            checkArranged(negotiation);
            table.state(cycle, Negotiation.State.ARRANGED, null, by);
        }
        audit(cycle, arranged ? "negotiation.arranged" : "negotiation.notHeld", Map.of());
    }

    private void checkArranged(Negotiation negotiation) {
        if (negotiation.startsAt() == null) {
            throw new InvalidInput("meetingDate", "problem.answer.missing");
        }
        if (negotiation.startsAt().isBefore(clock.instant())) {
            throw new InvalidInput("meetingDate", "problem.negotiation.past");
        }
        if (negotiation.place() == null && negotiation.remoteLink() == null) {
            throw new InvalidInput("place", "problem.negotiation.place");
        }
        if (negotiation.convener() == Convener.MUNICIPALITY) {
            for (Heading heading : Heading.values()) {
                if (!negotiation.topics().containsKey(heading)) {
                    throw new InvalidInput("topic." + heading, "problem.answer.missing");
                }
            }
            if (negotiation.participants().isEmpty()) {
                throw new InvalidInput("participantEmail", "problem.negotiation.nobody");
            }
        }
    }

    /** @throws Conflict when somebody changed it after that version */
    @Transactional
    public void record(CycleId cycle, @Nullable String memo, List<Long> attended, int version, Username by) {
        table.memo(cycle, memo, attended, version, by);
        audit(cycle, "negotiation.recorded", Map.of());
    }

    /** @throws InvalidInput naming what is missing */
    @Transactional
    public void addAction(CycleId cycle, @Nullable String title, @Nullable String owner, @Nullable LocalDate dueOn) {
        if (title == null) {
            throw new InvalidInput("actionTitle", "problem.answer.missing");
        }
        if (owner == null) {
            throw new InvalidInput("actionOwner", "problem.answer.missing");
        }
        if (dueOn == null) {
            throw new InvalidInput("actionDue", "problem.answer.missing");
        }
        long id = table.addAction(cycle, title, owner, dueOn);
        audit(cycle, "negotiation.actionAgreed", Map.of("action", id));
    }

    @Transactional
    public void removeAction(CycleId cycle, long id) {
        table.removeAction(cycle, id);
        audit(cycle, "negotiation.actionRemoved", Map.of("action", id));
    }

    /**
     * How the arranged negotiation went.
     *
     * @throws InvalidInput when it is said to be held before its time or without a memo, or the reason is missing
     */
    @Transactional
    public void conclude(CycleId cycle, NegotiationOutcome outcome, @Nullable String reason, Username by) {
        Negotiation negotiation = get(cycle);
        switch (outcome) {
            case HELD -> {
                if (negotiation.startsAt() != null && negotiation.startsAt().isAfter(clock.instant())) {
                    throw new InvalidInput("negotiationOutcome", "problem.negotiation.early");
                }
                if (negotiation.memo() == null) {
                    throw new InvalidInput("memo", "problem.answer.missing");
                }
                table.state(cycle, Negotiation.State.HELD, null, by);
            }
            case MOVED -> table.state(cycle, Negotiation.State.PREPARING, required(reason), by);
            case NOT_HELD -> table.state(cycle, Negotiation.State.NOT_HELD, required(reason), by);
        }
        audit(cycle, "negotiation.concluded", Map.of("outcome", outcome));
    }

    /**
     * Notes that an agreed action is done, or why it is not.
     *
     * @throws InvalidInput when neither is told
     * @throws Conflict when somebody changed it after that version
     */
    @Transactional
    public void settleAction(CycleId cycle, long id, boolean done, @Nullable String reason, int version) {
        table.settleAction(
                cycle,
                id,
                done ? LocalDate.now(clock.withZone(Finland.ZONE)) : null,
                done ? null : required(reason),
                version);
        audit(cycle, "negotiation.actionSettled", Map.of("action", id, "done", done));
    }

    private static String required(@Nullable String reason) {
        if (reason == null) {
            throw new InvalidInput("reason", "problem.answer.missing");
        }
        return reason;
    }

    private void audit(CycleId cycle, String action, Map<String, ?> details) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, "negotiation:" + cycle, details);
    }
}
