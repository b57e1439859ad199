package fi.hytekello.demo.simulation;

import fi.hytekello.budget.BudgetLink;
import fi.hytekello.budget.BudgetLinks;
import fi.hytekello.budget.Correction;
import fi.hytekello.budget.Corrections;
import fi.hytekello.budget.ManagerChoice;
import fi.hytekello.budget.ManagerChoices;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a department gives up for its frame, and what the manager proposes. */
@Component
class ScriptedBudget {

    private static final BigDecimal LESS = new BigDecimal("0.9");

    private final Measures measures;
    private final BudgetLinks links;
    private final Corrections corrections;
    private final ManagerChoices choices;

    ScriptedBudget(Measures measures, BudgetLinks links, Corrections corrections, ManagerChoices choices) {
        this.measures = measures;
        this.links = links;
        this.corrections = corrections;
        this.choices = choices;
    }

    /** Of what a frame or a line has too much, its dearest measure gives up that; the others stay, with a reason. */
    void adjust(Turn turn) {
        Map<MeasureId, BudgetLink> linked = links.of(turn.cycle());
        List<BudgetLink> charged = own(turn.department(), measures.accepted(turn.cycle())).stream()
                .map(measure -> Objects.requireNonNull(linked.get(measure.id())))
                .filter(link -> !link.isNoCost())
                .sorted(Comparator.comparing(BudgetLink::amount).reversed())
                .toList();
        Map<MeasureId, BigDecimal> lowered = new HashMap<>();
        corrections.overruns(turn.cycle()).stream()
                .filter(overrun -> overrun.department().equals(turn.department()))
                .forEach(overrun -> charged.stream()
                        .filter(overrun::concerns)
                        .findFirst()
                        .ifPresent(dearest -> lowered.merge(
                                dearest.measure(), dearest.amount().subtract(overrun.exceededBy()), BigDecimal::min)));
        charged.forEach(link -> answer(turn, link, lowered.get(link.measure())));
    }

    private void answer(Turn turn, BudgetLink link, @Nullable BigDecimal lowered) {
        corrections.draft(
                turn.cycle(),
                turn.department(),
                link.measure(),
                lowered == null ? Correction.Kind.KEEP : Correction.Kind.LOWER,
                lowered,
                lowered == null ? turn.text("budget.keep") : null);
    }

    /**
     * The script names the department whose first measure is left out, and the one whose dearest gets less; a manager who
     * returns the links decides nothing yet.
     */
    void decide(Turn turn) {
        if (!"true".equals(turn.cue().answers().get("proposalReady"))) {
            return;
        }
        List<Measure> accepted = measures.accepted(turn.cycle());
        Measure out = first(turn.does("leaveOut"), accepted);
        Measure less = dearest(turn.does("lower"), accepted);
        Map<MeasureId, ManagerChoice> before = choices.of(turn.cycle());
        for (Measure measure : accepted) {
            if (measure.equals(out)) {
                choose(turn, measure, ManagerChoice.Kind.LEAVE_OUT, null, turn.text("manager.leaveOut"));
            } else if (measure.equals(less)) {
                choose(turn, measure, ManagerChoice.Kind.INCLUDE_CHANGED, less(measure.cost()), null);
            } else if (!before.containsKey(measure.id())) {
                choose(turn, measure, ManagerChoice.Kind.INCLUDE, null, null);
            }
        }
    }

    private void choose(
            Turn turn,
            Measure measure,
            ManagerChoice.Kind kind,
            @Nullable BigDecimal granted,
            @Nullable String reason) {
        choices.draft(turn.cycle(), measure.id(), kind, granted, reason);
    }

    static List<Measure> own(DepartmentCode department, List<Measure> accepted) {
        return accepted.stream()
                .filter(measure -> measure.department().equals(department))
                .toList();
    }

    static @Nullable Measure first(@Nullable String department, List<Measure> accepted) {
        return department == null
                ? null
                : own(new DepartmentCode(department), accepted).get(0);
    }

    static @Nullable Measure dearest(@Nullable String department, List<Measure> accepted) {
        return department == null
                ? null
                : own(new DepartmentCode(department), accepted).stream()
                        .max(Comparator.comparing(Measure::cost))
                        .orElseThrow();
    }

    /** A tenth less, in full euros. */
    static BigDecimal less(BigDecimal sum) {
        return sum.multiply(LESS).setScale(0, RoundingMode.HALF_UP);
    }
}
