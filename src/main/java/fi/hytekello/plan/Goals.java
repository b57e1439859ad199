package fi.hytekello.plan;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The goals of each cycle, in the order of their priority. The goals of an ended cycle stay as they were. */
@Service
public class Goals {

    /** Where a goal goes among the others. */
    public enum Move {
        UP,
        DOWN
    }

    private final GoalTable table;
    private final GoalTerms terms;
    private final Cycles cycles;
    private final AuditTrail audit;

    Goals(GoalTable table, GoalTerms terms, Cycles cycles, AuditTrail audit) {
        this.table = table;
        this.terms = terms;
        this.cycles = cycles;
        this.audit = audit;
    }

    /** The foremost goal first. */
    public List<Goal> list(CycleId cycle) {
        return table.of(cycle);
    }

    /** @throws NotFound when the cycle has no such goal */
    public Goal get(CycleId cycle, GoalId id) {
        return list(cycle).stream()
                .filter(goal -> goal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.goal.unknown"));
    }

    /** Adds a goal of which its name and indicator are known. */
    @Transactional
    public GoalId add(CycleId cycle, @Nullable String titleFi, @Nullable String titleSv, @Nullable Integer indicator) {
        return add(cycle, GoalContent.titled(titleFi, titleSv, indicator));
    }

    /**
     * Adds a goal after the others.
     *
     * @throws InvalidInput naming the field that is missing or wrong
     * @throws Conflict when the cycle has ended
     */
    @Transactional
    public GoalId add(CycleId id, GoalContent content) {
        Cycle cycle = lockOpen(id);
        content.check(cycle.year());
        GoalId goal = table.insert(id, content);
        terms.begin(cycle, goal);
        audit(cycle, "goal.added", "goal:" + goal, fields(content));
        return goal;
    }

    /**
     * Changes a goal; measures that serve it stay with it.
     *
     * @param version the version that the editor saw
     * @throws InvalidInput naming the field that is missing or wrong
     * @throws Conflict when somebody has changed the goal since, or the cycle has ended
     */
    @Transactional
    public void revise(CycleId id, GoalId goal, GoalContent content, int version) {
        Cycle cycle = changeable(id);
        content.check(cycle.year());
        Goal before = get(id, goal);
        if (!table.update(before, content, version)) {
            throw new Conflict("problem.goal.changed");
        }
        audit(cycle, "goal.changed", "goal:" + goal, changes(before.content(), content));
    }

    /** Changes places with the goal before or after it; at the end of the list nothing happens. */
    @Transactional
    public void move(CycleId id, GoalId goal, Move move) {
        Cycle cycle = lockOpen(id);
        List<Goal> goals = list(id);
        int from = goals.indexOf(get(id, goal));
        int to = move == Move.UP ? from - 1 : from + 1;
        if (to >= 0 && to < goals.size()) {
            table.swap(goals.get(from), goals.get(to));
            audit(
                    cycle,
                    "goal.moved",
                    "goal:" + goal,
                    Map.of(
                            "priority",
                            List.of(goals.get(from).priority(), goals.get(to).priority())));
        }
    }

    /** @throws Conflict when a measure serves the goal, the goal is already gone, or the cycle has ended */
    @Transactional
    public void remove(CycleId id, GoalId goal) {
        Cycle cycle = changeable(id);
        if (!table.delete(id, goal)) {
            throw new Conflict("problem.goal.used");
        }
        audit(cycle, "goal.removed", "goal:" + goal, Map.of());
    }

    /**
     * Changes the years in which a goal holds.
     *
     * @throws InvalidInput when they are not of this century or the last is before the first
     * @throws Conflict when the cycle has ended
     */
    @Transactional
    public void hold(CycleId id, GoalId goal, GoalTerms.Validity years) {
        Cycle cycle = changeable(id);
        years.check();
        Goal held = get(id, goal);
        GoalTerms.Validity before = terms.of(id).get(goal);
        if (!years.equals(before)) {
            terms.set(held.id(), years);
            audit(
                    cycle,
                    "goal.years",
                    "goal:" + goal,
                    Map.of("years", List.of(Objects.toString(before, ""), years.toString())));
        }
    }

    /** Lets one change at a time be made to a cycle that goes on. @throws Conflict when it has ended */
    Cycle lockOpen(CycleId id) {
        Cycle cycle = changeable(id);
        table.lock(id);
        return cycle;
    }

    private Cycle changeable(CycleId id) {
        Cycle cycle = cycles.get(id);
        if (cycle.state() == Cycle.State.ENDED) {
            throw new Conflict("problem.goal.ended");
        }
        return cycle;
    }

    private static Map<String, Object> changes(GoalContent before, GoalContent after) {
        Map<String, String> earlier = fields(before);
        Map<String, Object> changes = new LinkedHashMap<>();
        fields(after).forEach((field, value) -> {
            String old = Objects.requireNonNull(earlier.get(field));
            if (!old.equals(value)) {
                changes.put(field, List.of(old, value));
            }
        });
        return changes;
    }

    private static Map<String, String> fields(GoalContent content) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("titleFi", text(content.titleFi()));
        fields.put("titleSv", text(content.titleSv()));
        fields.put("lifeCycle", text(content.lifeCycle()));
        fields.put("category", text(content.category()));
        fields.put("rootCause", text(content.rootCause()));
        fields.put("indicator", text(content.indicator()));
        fields.put("target", text(content.target()));
        fields.put("targetYear", text(content.targetYear()));
        return fields;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private void audit(Cycle cycle, String action, String subject, Map<String, ?> details) {
        audit.record(cycle.municipality(), cycle.id().value(), action, subject, details);
    }
}
