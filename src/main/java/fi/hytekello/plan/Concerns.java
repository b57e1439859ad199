package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Username;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of joys and concerns with which a broad report begins: entered by the departments and the wellbeing group,
 * tested by the group against indicators, chosen as development targets, made goals (domain chapters 2.2 and 2.7).
 */
@Service
public class Concerns {

    private final ConcernTable table;
    private final Goals goals;
    private final Cycles cycles;
    private final AuditTrail audit;

    Concerns(ConcernTable table, Goals goals, Cycles cycles, AuditTrail audit) {
        this.table = table;
        this.goals = goals;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** All of the cycle, in the order they were entered. */
    public List<Concern> of(CycleId cycle) {
        return table.of(cycle);
    }

    /** Those of one department, of the wellbeing group where none is given. */
    public List<Concern> of(CycleId cycle, @Nullable DepartmentCode department) {
        return of(cycle).stream()
                .filter(concern -> Objects.equals(concern.department(), department))
                .toList();
    }

    /** The concerns, without the joys. */
    public List<Concern> toTest(CycleId cycle) {
        return of(cycle).stream().filter(Concern::isConcern).toList();
    }

    @Transactional
    public long add(CycleId cycle, @Nullable DepartmentCode department, Username by) {
        long id = table.add(cycle, department, by);
        audit(cycle, "concern.added", id);
        return id;
    }

    /**
     * Changes what was entered.
     *
     * @param version what the writer saw
     * @throws Conflict when somebody changed it after that
     * @throws NotFound when this department, or the group, has no such row
     */
    @Transactional
    public int revise(
            CycleId cycle,
            @Nullable DepartmentCode department,
            long id,
            Concern.Content content,
            int version,
            Username by) {
        Concern before = find(of(cycle, department), id);
        if (before.content().equals(content)) {
            return before.version();
        }
        if (!table.revise(id, content, version, by)) {
            throw new Conflict("problem.measure.changed");
        }
        audit(cycle, "concern.changed", id);
        return version + 1;
    }

    /** @throws Conflict when somebody changed it after that version */
    @Transactional
    public void delete(CycleId cycle, @Nullable DepartmentCode department, long id, int version) {
        find(of(cycle, department), id);
        if (!table.delete(id, version)) {
            throw new Conflict("problem.measure.changed");
        }
        audit(cycle, "concern.removed", id);
    }

    /** The list is ready. @throws InvalidInput naming what is missing, or where the list is empty */
    @Transactional
    public void submit(CycleId cycle, @Nullable DepartmentCode department) {
        List<Concern> own = of(cycle, department);
        if (own.isEmpty()) {
            throw new InvalidInput("rows", "problem.concern.none");
        }
        for (int i = 0; i < own.size(); i++) {
            refuse(own.get(i).content().gaps(i + 1));
        }
        audit.record(
                cycles.get(cycle).municipality(),
                cycle.value(),
                "concerns.submitted",
                department == null ? "wellbeing-group" : "department:" + department,
                Map.of("rows", own.size()));
    }

    /**
     * Records what the indicators say of a concern, and whether it becomes a development target.
     *
     * @throws Conflict when somebody changed it after that version
     * @throws InvalidInput when the indicator is unknown or an unjustified concern is made a target
     */
    @Transactional
    public int test(CycleId cycle, long id, Concern.Test test, int version, Username by) {
        Concern before = find(toTest(cycle), id);
        Integer indicator = test.indicator();
        if (indicator != null && !table.isIndicator(indicator, cycle)) {
            throw new InvalidInput("testIndicator", "problem.answer.choice");
        }
        if (test.verdict() == Concern.Verdict.NOT_JUSTIFIED && test.target() != null) {
            throw new InvalidInput("developmentTarget", "problem.concern.unjustified");
        }
        if (before.goal() != null && test.target() == null) {
            throw new InvalidInput("developmentTarget", "problem.concern.goal");
        }
        if (before.test().equals(test)) {
            return before.version();
        }
        if (!table.test(id, test, version, by)) {
            throw new Conflict("problem.measure.changed");
        }
        audit(cycle, "concern.tested", id);
        return version + 1;
    }

    /** Every concern has been tested. @throws InvalidInput naming what is missing */
    @Transactional
    public void submitTests(CycleId cycle) {
        List<Concern> tested = toTest(cycle);
        for (int i = 0; i < tested.size(); i++) {
            refuse(tested.get(i).test().gaps(i + 1));
        }
        audit.record(
                cycles.get(cycle).municipality(),
                cycle.value(),
                "concerns.tested",
                "cycle:" + cycle,
                Map.of("rows", tested.size()));
    }

    /**
     * Makes a development target a goal of the plan, named in the language of whoever does it and for the
     * concern's stage of life; once.
     *
     * @throws Conflict when it is no target or already a goal
     */
    @Transactional
    public GoalId makeGoal(CycleId cycle, long id, Locale language) {
        Concern concern = find(toTest(cycle), id);
        String target = concern.test().target();
        if (target == null || concern.goal() != null) {
            throw new Conflict("problem.concern.noTarget");
        }
        boolean swedish = Languages.isSwedish(language);
        GoalId goal = goals.add(
                cycle,
                new GoalContent(
                        swedish ? null : target,
                        swedish ? target : null,
                        concern.content().stage(),
                        null,
                        null,
                        concern.test().indicator(),
                        null,
                        null));
        table.becameGoal(id, goal);
        return goal;
    }

    private static void refuse(List<Gap> gaps) {
        if (!gaps.isEmpty()) {
            throw gaps.get(0).asProblem();
        }
    }

    private static Concern find(List<Concern> concerns, long id) {
        return concerns.stream()
                .filter(concern -> concern.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.concern.unknown"));
    }

    private void audit(CycleId cycle, String action, long id) {
        audit.record(cycles.get(cycle).municipality(), cycle.value(), action, "concern:" + id, Map.of());
    }
}
