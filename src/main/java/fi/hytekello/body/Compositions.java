package fi.hytekello.body;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** How bodies are composed: their seats, and how they are judged. */
@Service
public class Compositions {

    private final Memberships memberships;
    private final Organisations organisations;
    private final CompositionPolicy policy;

    Compositions(Memberships memberships, Organisations organisations, CompositionPolicy policy) {
        this.memberships = memberships;
        this.organisations = organisations;
        this.policy = policy;
    }

    /** The seats of a body on a day, gaps included. */
    public List<SeatStanding> seats(Body body, LocalDate day) {
        return SeatStanding.of(
                body.content().seats(), organisations.of(body.keeper()), memberships.on(body.id(), day), day);
    }

    /**
     * How a body would be composed of these people alone.
     *
     * @param excused true where a special reason for missing the quota is given (Act 609/1986 § 4a)
     */
    public Composition proposed(Body body, List<MembershipDraft> people, boolean excused) {
        return Composition.of(people, body.content().quota(), policy, excused);
    }

    /** How a body is composed on a day. */
    public Composition on(Body body, LocalDate day) {
        return Composition.of(
                memberships.on(body.id(), day).stream().map(Membership::content).toList(),
                body.content().quota(),
                policy);
    }
}
