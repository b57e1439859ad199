package fi.hytekello.nomination;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.BodyId;
import fi.hytekello.body.Compositions;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.Registers;
import fi.hytekello.body.SeatRule;
import fi.hytekello.body.SeatStanding;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody leaves the organisation or the seat within the term: that organisation, or whoever carries on for it, is asked
 * for this one seat, while the round stays as it ended (domain chapter 5.3).
 */
@Service
public class SeatOpenings {

    private final Bodies bodies;
    private final Memberships memberships;
    private final Compositions compositions;
    private final Organisations organisations;
    private final Registers registers;
    private final SeatTable seats;
    private final NomineeTable nominees;
    private final RequestDeadlines deadlines;
    private final OpenSeats open;
    private final AuditTrail audit;

    SeatOpenings(
            Bodies bodies,
            Memberships memberships,
            Compositions compositions,
            Organisations organisations,
            Registers registers,
            SeatTable seats,
            NomineeTable nominees,
            RequestDeadlines deadlines,
            OpenSeats open,
            AuditTrail audit) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.compositions = compositions;
        this.organisations = organisations;
        this.registers = registers;
        this.seats = seats;
        this.nominees = nominees;
        this.deadlines = deadlines;
        this.open = open;
        this.audit = audit;
    }

    /**
     * A member of a body, and who is asked when the member leaves.
     *
     * @param asked the member's organisation, or the one that carries on for it
     */
    public record Seat(Body body, Membership member, Organisation asked, SeatRule rule) {}

    /**
     * @throws NotFound when the body is another tenant's, or the membership another body's
     * @throws Conflict when the membership is in nobody's seat, its organisation has ended or has none any more, or more
     *     sit in its seats already than there are
     * @throws Refused for all but the keeper of the register
     */
    public Seat seat(MunicipalityCode council, BodyId id, long membership, Person by) {
        registers.keptBy(by, council);
        Body body = bodies.get(council, id);
        Membership member = memberships.get(id, membership);
        MemberRole role = member.content().role();
        OrganisationId from = member.content().organisation();
        if (from == null || !(role.holdsSeat() || role == MemberRole.DEPUTY)) {
            throw new Conflict("problem.seat.none");
        }
        Organisation asked = organisations
                .lineage(council)
                .on(organisations.today(), from)
                .orElseThrow(() -> new Conflict("problem.seat.ended"));
        SeatRule rule = SeatRule.of(body.content().seats(), asked).orElseThrow(() -> new Conflict("problem.seat.none"));
        if (isCrowded(body, asked)) {
            throw new Conflict("problem.seat.crowded");
        }
        return new Seat(body, member, asked, rule);
    }

    /** Then nobody need be asked: the keeper chooses who stays. */
    private boolean isCrowded(Body body, Organisation asked) {
        return compositions.seats(body, organisations.today()).stream()
                .filter(seat -> seat.organisation().id().equals(asked.id()))
                .anyMatch(seat -> seat.state() == SeatStanding.State.TOO_MANY);
    }

    /**
     * @param leftOn last day of the member in the organisation
     * @param newDueOn until when to answer; moved to the next working day where it is none
     * @param version of the membership, the one that the writer saw
     * @return the request that is open again, or the new one
     * @throws InvalidInput naming the field that is missing or wrong
     * @throws Conflict when the body was not composed by a round, the seat was asked for, or somebody changed the membership
     */
    @Transactional
    public RequestId ask(Seat seat, LocalDate leftOn, LocalDate newDueOn, int version, Person by) {
        MunicipalityCode council = seat.body().keeper();
        LocalDate due = deadlines.checked(newDueOn);
        RoundId round = seats.composedRound(seat.body().id()).orElseThrow(() -> new Conflict("problem.seat.noRound"));
        Membership member = seat.member();
        if (member.content().affiliationUntil() != null) {
            throw new Conflict("problem.seat.asked");
        }
        memberships.change(council, member.body(), member.id(), member.content().leavingOn(leftOn), version, by);
        RequestId id = seats.ask(round, seat.asked().id(), seat.rule(), due, deadlines.closing(council, due));
        leave(round, member);
        open.open(id, due);
        audit.record(
                council,
                null,
                "nomination.seatOpened",
                RequestAnswers.subject(id),
                Map.of("membership", member.id(), "due", due.toString()));
        return id;
    }

    /** Whoever was named for the seat has left it; where the member came otherwise nobody was. */
    private void leave(RoundId round, Membership member) {
        boolean deputy = member.content().role() == MemberRole.DEPUTY;
        OrganisationId organisation = Objects.requireNonNull(member.content().organisation());
        nominees.of(round).stream()
                .filter(one -> one.state() == NomineeState.CURRENT && one.deputy() == deputy)
                .filter(one -> one.organisation().equals(organisation) && SeatHolders.isSame(member, one))
                .forEach(one -> nominees.setState(one.id(), NomineeState.LEFT, open.now()));
    }
}
