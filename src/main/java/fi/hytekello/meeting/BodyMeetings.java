package fi.hytekello.meeting;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.Registers;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls meetings of bodies together and prepares them. */
@Service
public class BodyMeetings {

    private final MeetingTable table;
    private final Attendees attendees;
    private final MeetingReadiness readiness;
    private final FirstMeetings firsts;
    private final MeetingMails mails;
    private final Bodies bodies;
    private final Organisations organisations;
    private final Registers registers;
    private final MeetingProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    BodyMeetings(
            MeetingTable table,
            Attendees attendees,
            MeetingReadiness readiness,
            FirstMeetings firsts,
            MeetingMails mails,
            Bodies bodies,
            Organisations organisations,
            Registers registers,
            MeetingProcess process,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.attendees = attendees;
        this.readiness = readiness;
        this.firsts = firsts;
        this.mails = mails;
        this.bodies = bodies;
        this.organisations = organisations;
        this.registers = registers;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * All of a body: those without a time first, then the newest.
     *
     * @throws NotFound when the body is another tenant's
     */
    public List<Meeting> of(MunicipalityCode keeper, BodyId body) {
        return table.of(bodies.get(keeper, body).id());
    }

    /** @throws NotFound when there is none, or it is another tenant's */
    public Meeting get(MunicipalityCode keeper, MeetingId id) {
        return table.find(keeper, id).orElseThrow(() -> new NotFound("problem.meeting.unknown"));
    }

    /** The meeting that a process instance is about. @throws NotFound when there is none, or it is another tenant's */
    public Meeting ofProcess(MunicipalityCode keeper, String processInstance) {
        return table.ofProcess(processInstance)
                .filter(meeting -> meeting.keeper().equals(keeper))
                .orElseThrow(() -> new NotFound("problem.meeting.unknown"));
    }

    /** Those who are asked to it, members first. */
    public List<Attendee> attendees(MeetingId meeting) {
        return attendees.of(meeting);
    }

    /**
     * Begins the preparation of a meeting.
     *
     * @throws Conflict when one of this body is under preparation already
     * @throws Refused for all but the keeper of the register
     */
    @Transactional
    public void callTogether(MunicipalityCode keeper, BodyId id, Person by) {
        registers.keptBy(by, keeper);
        Body body = bodies.get(keeper, id);
        table.lock(id);
        if (table.of(id).stream().anyMatch(one -> one.state() == Meeting.State.PREPARING)) {
            throw new Conflict("problem.meeting.preparing");
        }
        process.begin(body);
    }

    /**
     * Begins the first meeting of a body that has just been named, and asks its members which date suits them (R3-11).
     * Safe to call again: where a meeting has been held or is under way, nothing begins.
     *
     * @param earliest first day that may be proposed, Europe/Helsinki
     * @param latest last day; later ones are proposed where too little time is left to answer and to come
     * @return the meeting that has begun, or the first of those that are there
     * @throws NotFound when the body is another tenant's
     */
    @Transactional
    public Meeting beginFirst(MunicipalityCode tenant, BodyId body, LocalDate earliest, LocalDate latest) {
        Body begun = bodies.get(tenant, body);
        table.lock(body);
        Optional<Meeting> there = first(body);
        if (there.isPresent()) {
            return there.get();
        }
        process.begin(begun);
        firsts.fill(begun, first(body).orElseThrow(), earliest, latest);
        Meeting filled = first(body).orElseThrow();
        mails.askDates(filled);
        return filled;
    }

    /** The oldest that has not been called off. */
    private Optional<Meeting> first(BodyId body) {
        return table.of(body).stream()
                .filter(one -> one.state() != Meeting.State.NOT_HELD)
                .min(Comparator.comparing(one -> one.id().value()));
    }

    /** The row of a meeting whose process has begun, with the body's present members; safe to call again. */
    @Transactional
    public void open(BodyId body, String processInstance) {
        table.open(body, processInstance);
        Meeting meeting = table.ofProcess(processInstance).orElseThrow();
        attendees.follow(meeting.id(), day(meeting));
        record(meeting, "meeting.opened", Map.of());
    }

    /**
     * Saves a draft.
     *
     * @param version what the editor saw
     * @throws InvalidInput naming the field when times, host or link are impossible
     * @throws Conflict when somebody changed it after that
     */
    @Transactional
    public void plan(Meeting meeting, MeetingPlan plan, int version) {
        plan.check();
        OrganisationId host = plan.host();
        if (host != null
                && !organisations.lineage(meeting.keeper()).organisations().containsKey(host)) {
            throw new InvalidInput("host", "problem.answer.choice");
        }
        table.plan(meeting.id(), plan, version);
        attendees.follow(meeting.id(), plan.day() == null ? today() : plan.day());
        record(meeting, "meeting.planned", Map.of());
    }

    /** @throws InvalidInput when name or address is missing or malformed, or the address is on the list already */
    @Transactional
    public void addGuest(Meeting meeting, @Nullable String name, @Nullable String email, Locale language) {
        attendees.addGuest(meeting.id(), name, email, language);
        record(meeting, "meeting.guestAdded", Map.of());
    }

    @Transactional
    public void removeGuest(Meeting meeting, long guest) {
        attendees.removeGuest(meeting.id(), guest);
        record(meeting, "meeting.guestRemoved", Map.of("attendee", guest));
    }

    /**
     * The preparation is done, or the members are to be asked first.
     *
     * @throws InvalidInput naming what is missing: dates to ask, time, place and agenda, or the reason
     */
    @Transactional
    public void prepared(Meeting meeting, MeetingPreparation preparation, @Nullable String reason) {
        switch (preparation) {
            case ASK_DATES -> readiness.checkAsking(meeting, today());
            case INVITE -> {
                readiness.checkInviting(meeting);
                table.state(meeting.id(), Meeting.State.ARRANGED, null);
            }
            case NOT_HELD -> table.state(meeting.id(), Meeting.State.NOT_HELD, Texts.required("reason", reason, 2000));
        }
        record(meeting, "meeting.prepared", Map.of("answer", preparation));
    }

    /** The day that the last meeting meant for the next one; empty where none did, or it has passed. */
    public Optional<LocalDate> meant(BodyId body) {
        return table.of(body).stream()
                .filter(one -> one.state() == Meeting.State.HELD)
                .findFirst()
                .map(Meeting::nextOn)
                .filter(day -> day.isAfter(today()));
    }

    /** Today in Finland. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(Finland.ZONE));
    }

    private LocalDate day(Meeting meeting) {
        Instant startsAt = meeting.startsAt();
        return startsAt == null ? today() : LocalDate.ofInstant(startsAt, Finland.ZONE);
    }

    private void record(Meeting meeting, String action, Map<String, ?> details) {
        audit.record(meeting.keeper(), null, action, "meeting:" + meeting.id(), details);
    }
}
