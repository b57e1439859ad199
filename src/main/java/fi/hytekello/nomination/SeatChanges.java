package fi.hytekello.nomination;

import fi.hytekello.body.BodyId;
import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes who sits in a seat of a body that has been composed: the old membership ends, the new one begins, both stay in
 * the history, and those concerned are told.
 */
@Component
class SeatChanges {

    private final NominationRoundTable rounds;
    private final RoundEnds ends;
    private final RequestTable requests;
    private final SeatTable seats;
    private final NomineeTable nominees;
    private final SeatHolders holders;
    private final Memberships memberships;
    private final RequestMails mails;
    private final RoundNotices notices;
    private final RequestProcess process;
    private final Clock clock;

    SeatChanges(
            NominationRoundTable rounds,
            RoundEnds ends,
            RequestTable requests,
            SeatTable seats,
            NomineeTable nominees,
            SeatHolders holders,
            Memberships memberships,
            RequestMails mails,
            RoundNotices notices,
            RequestProcess process,
            Clock clock) {
        this.rounds = rounds;
        this.ends = ends;
        this.requests = requests;
        this.seats = seats;
        this.nominees = nominees;
        this.holders = holders;
        this.memberships = memberships;
        this.mails = mails;
        this.notices = notices;
        this.process = process;
        this.clock = clock;
    }

    /**
     * @param given first day of the new membership; today where null
     * @throws InvalidInput naming {@code membersFrom} when the one before became a member no earlier than that
     */
    void replace(Request request, Nominee proposed, @Nullable LocalDate given, Person by) {
        LocalDate from = Objects.requireNonNullElseGet(given, () -> LocalDate.now(clock.withZone(Finland.ZONE)));
        BodyId body = rounds.find(request.round().id()).orElseThrow().body();
        Optional<Nominee> before = SeatHolders.before(nominees.of(request.id()), proposed);
        Optional<Membership> old = holders.find(body, request, proposed.deputy(), before.orElse(null), from);
        LocalDate until = old.map(one -> one.content().endsOn()).orElseGet(() -> end(request));
        if (old.isPresent()) {
            end(request, old.get(), from, by);
        }
        boolean overBefore = until != null && until.isBefore(from);
        memberships.add(request.council(), body, proposed.member(from, overBefore ? end(request) : until), by);
        nominees.appoint(proposed.id());
        notices.replaced(request, proposed, before.orElse(null), from);
    }

    /** Whose membership ends when somebody who is proposed comes today; empty where nobody's does. */
    Optional<Membership> leaving(Request request, Nominee proposed) {
        BodyId body = rounds.find(request.round().id()).orElseThrow().body();
        Nominee before = SeatHolders.before(nominees.of(request.id()), proposed).orElse(null);
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        return holders.find(body, request, proposed.deputy(), before, today);
    }

    /** What came after the composition is settled: a seat that was open is closed, or awaited until its deadline. */
    void settled(Request request, boolean confirmed) {
        boolean awaits = !confirmed && request.isInTerm() && !request.isPast(clock.instant());
        if (awaits) {
            seats.awaitedAgain(request.id());
            mails.expected(requests.find(request.id()).orElseThrow(), clock.instant());
        } else if (confirmed || request.isInTerm()) {
            boolean seated = nominees.of(request.id()).stream().anyMatch(one -> one.state() == NomineeState.CURRENT);
            seats.settled(request.id(), seated ? RequestState.CONFIRMED : RequestState.CLOSED_EMPTY);
            mails.noMoreReminders(List.of(request.id()));
            process.answered(request.id());
        }
    }

    private void end(Request request, Membership old, LocalDate from, Person by) {
        if (!from.isAfter(old.content().startsOn())) {
            throw new InvalidInput("membersFrom", "problem.nominee.replacedFrom");
        }
        LocalDate last = old.content().endsOn();
        if (last == null || !last.isBefore(from)) {
            memberships.change(
                    request.council(),
                    old.body(),
                    old.id(),
                    old.content().endingOn(from.minusDays(1)),
                    old.version(),
                    by);
        }
    }

    /** The last day of the term; null while no end is known. */
    private @Nullable LocalDate end(Request request) {
        return ends.appointment(request.round().id()).map(Appointment::until).orElse(null);
    }
}
