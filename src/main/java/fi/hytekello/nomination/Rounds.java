package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.Registers;
import fi.hytekello.body.SeatRule;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rounds of nominations from their beginning to the letters. */
@Service
public class Rounds {

    private static final int LONGEST_COMMENT = 2000;

    private final NominationRoundTable table;
    private final RoundRequests requests;
    private final RoundChoice choice;
    private final RoundTexts texts;
    private final RoundLetters letters;
    private final NominationDeadlines deadlines;
    private final RoundProcess process;
    private final Bodies bodies;
    private final Registers registers;
    private final AuditTrail audit;
    private final Clock clock;

    Rounds(
            NominationRoundTable table,
            RoundRequests requests,
            RoundChoice choice,
            RoundTexts texts,
            RoundLetters letters,
            NominationDeadlines deadlines,
            RoundProcess process,
            Bodies bodies,
            Registers registers,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.requests = requests;
        this.choice = choice;
        this.texts = texts;
        this.letters = letters;
        this.deadlines = deadlines;
        this.process = process;
        this.bodies = bodies;
        this.registers = registers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a regional council, the newest first. */
    public List<Round> of(MunicipalityCode keeper) {
        return table.of(keeper);
    }

    /** @throws NotFound when there is none */
    public Round get(RoundId id) {
        return table.find(id).orElseThrow(() -> new NotFound("problem.nomination.unknown"));
    }

    /** @throws NotFound when there is none, or it is another tenant's */
    public Round get(MunicipalityCode keeper, RoundId id) {
        Round round = get(id);
        if (!round.keeper().equals(keeper)) {
            throw new NotFound("problem.nomination.unknown");
        }
        return round;
    }

    /**
     * Begins a round: the request is written from the template, and all organisations that have a seat today are chosen.
     *
     * @throws NotFound when the body is another tenant's
     * @throws Refused for all but a regional council's coordinator
     * @throws Conflict when the body has a round under way, has ended or gives nobody a seat
     */
    @Transactional
    public RoundId start(MunicipalityCode keeper, BodyId bodyId, Person by) {
        Municipality council = registers.keptBy(by, keeper);
        if (council.kind() != Municipality.Kind.REGIONAL_COUNCIL) {
            throw new Refused("problem.nomination.council");
        }
        Body body = bodies.get(keeper, bodyId);
        if (body.hasEndedOn(today())) {
            throw new Conflict("problem.nomination.ended");
        }
        Map<Organisation, SeatRule> seated = choice.seated(body, today());
        if (seated.isEmpty()) {
            throw new Conflict("problem.nomination.noSeats");
        }
        RoundId id = insert(keeper, bodyId, texts.draft(council, body, deadlines.suggested(today()), by));
        requests.choose(id, seated);
        process.begin(get(id));
        record(keeper, "nomination.started", id, Map.of("organisations", seated.size()));
        return id;
    }

    private RoundId insert(MunicipalityCode keeper, BodyId body, RoundDraft draft) {
        if (table.underWay(body).isPresent()) {
            throw new Conflict("problem.nomination.underWay");
        }
        try {
            return table.insert(keeper, body, draft);
        } catch (DuplicateKeyException meanwhile) {
            throw new Conflict("problem.nomination.underWay");
        }
    }

    /**
     * Keeps what is written of a request, whether it is complete or not. When the first meeting is to be follows the
     * deadline, unless somebody has written other words.
     *
     * @param version the one that the writer saw
     * @throws InvalidInput naming the field that is too long, or an organisation without a seat
     * @throws Conflict when somebody changed it meanwhile
     */
    @Transactional
    public void draft(RoundId id, RoundDraft draft, int version) {
        draft.checkLengths();
        Round before = get(id);
        Map<Organisation, SeatRule> chosen = choice.of(before, draft.chosen(), today());
        if (!table.update(id, texts.following(before.draft(), draft), version)) {
            throw new Conflict("problem.party.changed");
        }
        requests.choose(id, chosen);
    }

    /** Why the deadline of a request is a bad one, were it sent today. */
    public Set<RoundWarning> warnings(LocalDate dueOn) {
        return deadlines.warnings(today(), dueOn);
    }

    /** Days, and working days among them, that a deadline leaves, were the letter sent today. */
    public NominationDeadlines.Length length(LocalDate dueOn) {
        return deadlines.length(today(), dueOn);
    }

    /** When the registry of a council closes: a deadline given as a date ends then. */
    public LocalTime closesAt(MunicipalityCode council) {
        return texts.closes(council);
    }

    /**
     * The coordinator gives the request to the director.
     *
     * @throws InvalidInput naming the first field that is missing, an organisation without an address, or warnings that
     *     were not accepted
     */
    @Transactional
    public void submit(RoundId id) {
        Round round = get(id);
        LocalDate due = checked(round);
        if (!round.draft().warningsAccepted() && !warnings(due).isEmpty()) {
            throw new InvalidInput("warningsAccepted", "problem.nomination.warnings");
        }
        move(round, RoundState.PREPARING, RoundState.IN_APPROVAL, null);
        record(round.keeper(), "nomination.submitted", id, Map.of("due", due.toString()));
    }

    /**
     * The director sends the request back.
     *
     * @throws InvalidInput when the director does not say why
     */
    @Transactional
    public void returned(RoundId id, @Nullable String comment) {
        if (comment == null || comment.isBlank()) {
            throw new InvalidInput("returnComment", "problem.nomination.why");
        }
        if (comment.length() > LONGEST_COMMENT) {
            throw new InvalidInput("returnComment", "problem.answer.long", LONGEST_COMMENT, comment.length());
        }
        Round round = get(id);
        move(round, RoundState.IN_APPROVAL, RoundState.PREPARING, comment.strip());
        record(round.keeper(), "nomination.returned", id, Map.of());
    }

    /**
     * The director approves the request: the letter stands from now on, and the organisations are asked.
     *
     * @throws InvalidInput when the deadline has passed meanwhile or an organisation cannot be asked any more; then the
     *     request is to be returned
     */
    @Transactional
    public void approve(RoundId id) {
        Round round = get(id);
        LocalDate due = checked(round);
        Instant now = clock.instant();
        Instant dueAt = texts.closing(round.keeper(), due);
        requests.choose(id, choice.of(round, round.draft().chosen(), today()));
        if (!table.open(id, now, dueAt)) {
            throw new Conflict("problem.task.gone");
        }
        requests.due(id, due, dueAt);
        letters.freeze(id);
        record(round.keeper(), "nomination.requested", id, Map.of("due", due.toString()));
    }

    /** The deadline of a request that can be sent. */
    private LocalDate checked(Round round) {
        round.draft().checkComplete();
        LocalDate due = Objects.requireNonNull(round.draft().dueOn());
        if (!due.isAfter(today())) {
            throw new InvalidInput("dueOn", "problem.nomination.past");
        }
        choice.checkAddresses(choice.of(round, round.draft().chosen(), today()).keySet());
        return due;
    }

    private void move(Round round, RoundState from, RoundState to, @Nullable String comment) {
        if (!table.move(round.id(), from, to, comment)) {
            throw new Conflict("problem.task.gone");
        }
    }

    /** Today in Finland. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }

    private void record(MunicipalityCode keeper, String action, RoundId id, Map<String, ?> details) {
        audit.record(keeper, null, action, "nomination:" + id, details);
    }
}
