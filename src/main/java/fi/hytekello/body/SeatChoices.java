package fi.hytekello.body;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where an organisation has more members than seats, as after a merger within the term, the keeper chooses who stays: one
 * seat is one seat (R3-04; domain chapter 5.3). The others' memberships end and stay in the history.
 */
@Service
public class SeatChoices {

    private final Bodies bodies;
    private final Memberships memberships;
    private final Organisations organisations;
    private final Registers registers;

    SeatChoices(Bodies bodies, Memberships memberships, Organisations organisations, Registers registers) {
        this.bodies = bodies;
        this.memberships = memberships;
        this.organisations = organisations;
        this.registers = registers;
    }

    /**
     * The seats of an organisation and all who sit in them, their deputies too, and those whose organisations it carries on
     * for.
     */
    public record Crowd(Body body, Organisation organisation, SeatRule rule, List<Membership> people) {

        long members() {
            return count(people, false);
        }

        static long count(List<Membership> people, boolean deputies) {
            return people.stream()
                    .filter(one -> (one.content().role() == MemberRole.DEPUTY) == deputies)
                    .count();
        }
    }

    /**
     * Today's.
     *
     * @throws NotFound when the body or the organisation is another tenant's
     * @throws Conflict when the organisation has no more members than seats
     * @throws Refused for all but the keeper of the register
     */
    public Crowd crowd(MunicipalityCode keeper, BodyId id, OrganisationId organisation, Person by) {
        registers.keptBy(by, keeper);
        Body body = bodies.get(keeper, id);
        Organisation one = organisations.get(keeper, organisation);
        LocalDate today = organisations.today();
        Lineage lineage = organisations.lineage(keeper);
        List<Membership> people = memberships.on(id, today).stream()
                .filter(member ->
                        member.content().role().holdsSeat() || member.content().role() == MemberRole.DEPUTY)
                .filter(member -> !member.isAwayFromOrganisationOn(today))
                .filter(member -> Optional.ofNullable(member.content().organisation())
                        .flatMap(from -> lineage.on(today, from))
                        .filter(now -> now.id().equals(organisation))
                        .isPresent())
                .toList();
        return SeatRule.of(body.content().seats(), one)
                .map(rule -> new Crowd(body, one, rule, people))
                .filter(crowd -> crowd.members() > crowd.rule().max())
                .orElseThrow(() -> new Conflict("problem.seat.notCrowded"));
    }

    /**
     * @param staying ids of the memberships that go on
     * @param last last day of the others
     * @throws InvalidInput naming {@code staying} when more stay than there are seats, or too few; {@code othersUntil} when
     *     it is before the first day of one of the others
     * @throws Conflict when somebody changed one of them meanwhile
     */
    @Transactional
    public void keep(Crowd crowd, Set<Long> staying, LocalDate last, Person by) {
        List<Membership> stay = crowd.people().stream()
                .filter(one -> staying.contains(one.id()))
                .toList();
        int most = crowd.rule().max();
        long members = Crowd.count(stay, false);
        if (members < Math.max(1, crowd.rule().min()) || members > most || Crowd.count(stay, true) > most) {
            throw new InvalidInput("staying", "problem.seat.staying", most);
        }
        List<Membership> go = crowd.people().stream()
                .filter(one -> !staying.contains(one.id()))
                .toList();
        if (go.stream().anyMatch(one -> last.isBefore(one.content().startsOn()))) {
            throw new InvalidInput("othersUntil", "problem.membership.period");
        }
        go.stream()
                .filter(one -> lasts(one, last))
                .forEach(one -> memberships.change(
                        crowd.body().keeper(),
                        crowd.body().id(),
                        one.id(),
                        one.content().endingOn(last),
                        one.version(),
                        by));
    }

    private static boolean lasts(Membership one, LocalDate longerThan) {
        LocalDate end = one.content().endsOn();
        return end == null || end.isAfter(longerThan);
    }
}
