package fi.hytekello.indicator;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The round in which departments explain their indicators. */
@Service
public class IndicatorRound {

    private final Cycles cycles;
    private final Indicators indicators;
    private final IndicatorDiscussions discussions;
    private final IndicatorRequests requests;
    private final Inactivities inactivities;
    private final IndicatorProcess process;
    private final AuditTrail audit;
    private final Clock clock;

    IndicatorRound(
            Cycles cycles,
            Indicators indicators,
            IndicatorDiscussions discussions,
            IndicatorRequests requests,
            Inactivities inactivities,
            IndicatorProcess process,
            AuditTrail audit,
            Clock clock) {
        this.cycles = cycles;
        this.indicators = indicators;
        this.discussions = discussions;
        this.requests = requests;
        this.inactivities = inactivities;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who is asked now: all that own indicators, or the one to which the group has sent its explanations back. */
    public List<DepartmentCode> asked(CycleId cycle) {
        Discussion.Returned returned = discussions.of(cycle).returned();
        return returned != null && returned.isOpen() ? List.of(returned.department()) : indicators.departments(cycle);
    }

    /** True for the coordinator when somebody who is asked has let the deadline pass. */
    public boolean mayBeClosedBy(Person person, Cycle cycle) {
        return person.holds(Role.COORDINATOR, cycle.municipality()) && isOverdue(cycle.id());
    }

    private boolean isOverdue(CycleId cycle) {
        Instant now = clock.instant();
        List<Inactivity> open =
                inactivities.of(cycle).stream().filter(Inactivity::isOpen).toList();
        return !open.isEmpty() && open.stream().allMatch(one -> one.dueAt().isBefore(now));
    }

    /**
     * Goes on to the group's discussion without those who have let the deadline pass; what they have not explained is
     * marked so.
     *
     * @throws NotFound when the cycle is another municipality's
     * @throws Refused when the person is not the municipality's coordinator
     * @throws Conflict when nobody is asked, or the deadline is still ahead
     */
    @Transactional
    public void close(CycleId id, Person by) {
        Cycle cycle = cycles.get(id);
        if (!by.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        if (!by.holds(Role.COORDINATOR, cycle.municipality())) {
            throw new Refused("problem.round.coordinator");
        }
        if (inactivities.of(id).stream().anyMatch(Inactivity::isOpen) && !isOverdue(id)) {
            throw new Conflict("problem.indicator.review.early");
        }
        int silent = requests.close(id);
        discussions.answeredAgain(id, null);
        process.closeReview(cycle);
        audit.record(
                cycle.municipality(),
                id.value(),
                "indicators.reviewClosed",
                "cycle:" + cycle.businessKey(),
                Map.of("silent", silent));
    }
}
