package fi.hytekello.nomination;

import fi.hytekello.body.BodyId;
import fi.hytekello.body.MemberRole;
import fi.hytekello.body.Membership;
import fi.hytekello.body.Memberships;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the membership of whoever was named for a seat: roles change within the term and a new membership begins each
 * time, so that it is known by the person and the organisation.
 */
@Component
class SeatHolders {

    private final Memberships memberships;

    SeatHolders(Memberships memberships) {
        this.memberships = memberships;
    }

    /**
     * @param before who was named for the seat; null where nobody was
     * @param from first day of whoever comes: the old membership lasts until then or the day before
     * @return the person's own; else that of somebody who has left the organisation; else the only one of its only seat
     */
    Optional<Membership> find(BodyId body, Request request, boolean deputy, @Nullable Nominee before, LocalDate from) {
        List<Membership> seated = memberships.of(body).stream()
                .filter(one -> lastsUntil(one, from.minusDays(1)))
                .filter(one -> request.organisation().equals(one.content().organisation()))
                .filter(one -> holds(one.content().role(), deputy))
                .toList();
        return seated.stream()
                .filter(one -> before != null && isSame(one, before))
                .findFirst()
                .or(() -> seated.stream()
                        .filter(one -> one.isAwayFromOrganisationOn(from))
                        .findFirst())
                .or(() -> seated.size() == 1 && request.seats().max() == 1
                        ? Optional.of(seated.get(0))
                        : Optional.empty());
    }

    /** Who has the seat for which somebody is proposed, or had it last within the term. */
    static Optional<Nominee> before(List<Nominee> ofRequest, Nominee proposed) {
        List<Nominee> earlier =
                ofRequest.stream().filter(one -> proposed.draft().isFor(one)).toList();
        return earlier.stream()
                .filter(one -> one.state() == NomineeState.CURRENT)
                .findFirst()
                .or(() -> earlier.stream()
                        .filter(one -> one.state() == NomineeState.LEFT)
                        .max(Comparator.comparing(Nominee::id)));
    }

    /** One that has not begun yet does too: the term of a body may be still to come. */
    private static boolean lastsUntil(Membership one, LocalDate day) {
        LocalDate last = one.content().endsOn();
        return last == null || !last.isBefore(day);
    }

    static boolean holds(MemberRole role, boolean deputy) {
        return deputy ? role == MemberRole.DEPUTY : role.holdsSeat();
    }

    static boolean isSame(Membership member, Nominee named) {
        return member.content().name().equalsIgnoreCase(named.name().strip());
    }
}
