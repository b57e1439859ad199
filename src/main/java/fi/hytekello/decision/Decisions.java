package fi.hytekello.decision;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.Publication;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The record of all decisions of a cycle. */
@Repository
public class Decisions {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Documents documents;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            JdbcClient jdbc,
            Cycles cycles,
            Documents documents,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.documents = documents;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records a decision and tells those whom it concerns.
     *
     * @throws InvalidInput naming the field when the reason of a return or rejection, the meeting's date or section, or
     *     the next meeting of a tabled matter is missing, a date is impossible or the link is no web address
     */
    @Transactional
    public Decision record(DecisionDraft draft) {
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        check(draft, today);
        long id = jdbc.sql("""
                        insert into hyte.decision (cycle_id, subject, version_number, decided_by, department_code, outcome,
                            comment, decided_on, section, diary_number, link, next_meeting_on, recorded_by, recorded_at)
                        values (:cycle, :subject, :version, :by, :department, :outcome, :comment, :on, :section, :diary,
                            :link, :next, :recordedBy, :recordedAt) returning id""")
                .param("cycle", draft.cycle().value())
                .param("subject", draft.subject().name())
                .param(
                        "version",
                        documents.currentNumber(draft.cycle(), draft.subject()).orElse(null))
                .param("by", draft.decidedBy().name())
                .param(
                        "department",
                        draft.department() == null ? null : draft.department().value())
                .param("outcome", draft.outcome().name())
                .param("comment", draft.comment())
                .param("on", draft.decidedOn() == null ? today : draft.decidedOn())
                .param("section", draft.section())
                .param("diary", draft.diaryNumber())
                .param("link", draft.link())
                .param("next", draft.nextMeetingOn())
                .param("recordedBy", draft.recordedBy().value())
                .param("recordedAt", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
        Decision decision = jdbc.sql("select * from hyte.decision where id = :id")
                .param("id", id)
                .query(Decisions::decision)
                .single();
        audit.record(
                cycles.get(draft.cycle()).municipality(),
                draft.cycle().value(),
                "decision.recorded",
                "decision:" + id,
                Map.of("subject", draft.subject(), "by", draft.decidedBy(), "outcome", draft.outcome()));
        events.publishEvent(new DecisionMade(decision));
        return decision;
    }

    /** In the order they were recorded. */
    public List<Decision> of(CycleId cycle) {
        return jdbc.sql("select * from hyte.decision where cycle_id = :cycle order by id")
                .param("cycle", cycle.value())
                .query(Decisions::decision)
                .list();
    }

    /** The newest decision on a matter by this decider, of this department where one is given. */
    public Optional<Decision> latest(
            CycleId cycle, Subject subject, DecidedBy by, @Nullable DepartmentCode department) {
        return jdbc.sql("""
                        select * from hyte.decision where cycle_id = :cycle and subject = :subject and decided_by = :by
                            and department_code is not distinct from :department
                        order by id desc limit 1""")
                .param("cycle", cycle.value())
                .param("subject", subject.name())
                .param("by", by.name())
                .param("department", department == null ? null : department.value())
                .query(Decisions::decision)
                .optional();
    }

    /** The newest decision on a matter where it sent the matter back; empty once the matter has gone on. */
    public Optional<Decision> sentBack(CycleId cycle, Subject subject) {
        return jdbc.sql("""
                        select * from hyte.decision where cycle_id = :cycle and subject = :subject
                        order by id desc limit 1""")
                .param("cycle", cycle.value())
                .param("subject", subject.name())
                .query(Decisions::decision)
                .optional()
                .filter(decision -> decision.outcome().needsComment());
    }

    /**
     * The tablings in these cycles whose next meeting stands: without those on which the same body has decided already
     * before that day.
     */
    public List<Decision> tabled(Collection<CycleId> cycles) {
        return jdbc.sql("""
                        select d.* from hyte.decision d
                        where d.cycle_id = any (:cycles) and d.next_meeting_on is not null
                            and not exists (select from hyte.decision l
                                where l.cycle_id = d.cycle_id and l.subject = d.subject and l.decided_by = d.decided_by
                                    and l.department_code is not distinct from d.department_code and l.id > d.id
                                    and l.decided_on < d.next_meeting_on)
                        order by d.id""")
                .param("cycles", cycles.stream().map(CycleId::value).toArray(Long[]::new))
                .query(Decisions::decision)
                .list();
    }

    /** The number under which the register knows a matter: the newest that was recorded; empty while it has none. */
    public Optional<String> diaryNumber(CycleId cycle, Subject subject) {
        return jdbc.sql("""
                        select diary_number from hyte.decision
                        where cycle_id = :cycle and subject = :subject and diary_number is not null
                        order by id desc limit 1""")
                .param("cycle", cycle.value())
                .param("subject", subject.name())
                .query(String.class)
                .optional();
    }

    private static void check(DecisionDraft draft, LocalDate today) {
        if (draft.outcome().needsComment() && draft.comment() == null) {
            throw new InvalidInput("comment", "problem.decision.comment");
        }
        if (draft.decidedBy().isElectedBody()) {
            if (draft.decidedOn() == null) {
                throw new InvalidInput("decidedOn", "problem.answer.missing");
            }
            if (draft.section() == null) {
                throw new InvalidInput("section", "problem.answer.missing");
            }
        }
        if (draft.decidedOn() != null && draft.decidedOn().isAfter(today)) {
            throw new InvalidInput("decidedOn", "problem.decision.future");
        }
        LocalDate next = draft.nextMeetingOn();
        if (draft.outcome() == Outcome.TABLED && next == null) {
            throw new InvalidInput("nextMeetingOn", "problem.decision.nextMeeting");
        }
        if (next != null && (draft.outcome() != Outcome.TABLED || !next.isAfter(today))) {
            throw new InvalidInput("nextMeetingOn", "problem.decision.nextMeetingDate");
        }
        if (draft.link() != null && !Publication.isWebAddress(draft.link())) {
            throw new InvalidInput("link", "problem.decision.link");
        }
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        String department = row.getString("department_code");
        return new Decision(
                row.getLong("id"),
                new CycleId(row.getLong("cycle_id")),
                Subject.valueOf(row.getString("subject")),
                row.getObject("version_number", Integer.class),
                DecidedBy.valueOf(row.getString("decided_by")),
                department == null ? null : new DepartmentCode(department),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("comment"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("section"),
                row.getString("diary_number"),
                row.getString("link"),
                row.getObject("next_meeting_on", LocalDate.class),
                new Username(row.getString("recorded_by")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
