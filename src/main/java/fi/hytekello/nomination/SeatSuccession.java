package fi.hytekello.nomination;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.body.Organisation;
import fi.hytekello.body.OrganisationEnds;
import fi.hytekello.body.OrganisationId;
import fi.hytekello.body.Organisations;
import fi.hytekello.body.SeatRule;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Asks who carries on for an organisation that has ended, where it has a seat and was not asked itself. */
@Component
class SeatSuccession {

    /** The first reminder is that many working days before the deadline (R3-09). */
    private static final int SHORTEST = 10;

    private final RequestTable requests;
    private final NominationRoundTable rounds;
    private final SeatTable seats;
    private final Bodies bodies;
    private final Organisations organisations;
    private final RequestDeadlines deadlines;
    private final BusinessDays businessDays;
    private final RequestProcess process;
    private final Clock clock;

    SeatSuccession(
            RequestTable requests,
            NominationRoundTable rounds,
            SeatTable seats,
            Bodies bodies,
            Organisations organisations,
            RequestDeadlines deadlines,
            BusinessDays businessDays,
            RequestProcess process,
            Clock clock) {
        this.requests = requests;
        this.rounds = rounds;
        this.seats = seats;
        this.bodies = bodies;
        this.organisations = organisations;
        this.deadlines = deadlines;
        this.businessDays = businessDays;
        this.process = process;
        this.clock = clock;
    }

    /** Until the same day, or for ten working days from now where that is later. */
    void ask(Request closed, OrganisationEnds ended) {
        OrganisationId successor = ended.successor();
        RoundId round = closed.round().id();
        if (successor == null
                || requests.ofRound(round).stream()
                        .anyMatch(one -> one.organisation().equals(successor))) {
            return;
        }
        Organisation next = organisations.get(ended.keeper(), successor);
        Body body = bodies.get(ended.keeper(), rounds.find(round).orElseThrow().body());
        SeatRule.of(body.content().seats(), next).ifPresent(rule -> {
            LocalDate soonest = businessDays.plus(LocalDate.now(clock.withZone(Finland.ZONE)), SHORTEST);
            LocalDate due = soonest.isAfter(closed.lastDay()) ? soonest : closed.lastDay();
            RequestId id = seats.ask(round, successor, rule, due, deadlines.closing(ended.keeper(), due));
            if (closed.isInTerm()) {
                seats.opened(id);
            }
            process.deadlineMoved(requests.find(id).orElseThrow());
        });
    }
}
