package fi.hytekello.demo.simulation;

import fi.hytekello.budget.BudgetLine;
import fi.hytekello.budget.BudgetLink;
import fi.hytekello.budget.BudgetLinks;
import fi.hytekello.budget.Budgets;
import fi.hytekello.budget.CouncilChange;
import fi.hytekello.budget.CouncilChanges;
import fi.hytekello.budget.Realisations;
import fi.hytekello.calendar.BusinessDays;
import fi.hytekello.calendar.Finland;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.MeasureStatus;
import fi.hytekello.plan.Measures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What finance does: its files, the links of the measures to the lines, the council's changes. */
@Component
public class ScriptedFinance {

    private final FinanceSheets sheets;
    private final People people;
    private final Measures measures;
    private final Budgets budgets;
    private final BudgetLinks links;
    private final CouncilChanges changes;
    private final Realisations realisations;
    private final BusinessDays businessDays;

    ScriptedFinance(
            FinanceSheets sheets,
            People people,
            Measures measures,
            Budgets budgets,
            BudgetLinks links,
            CouncilChanges changes,
            Realisations realisations,
            BusinessDays businessDays) {
        this.sheets = sheets;
        this.people = people;
        this.measures = measures;
        this.budgets = budgets;
        this.links = links;
        this.changes = changes;
        this.realisations = realisations;
        this.businessDays = businessDays;
    }

    /** Brings lines and frames of the coming budget year in. */
    public void bringIn(Cycle cycle) {
        Person finance = finance(cycle);
        sheets.lines(cycle, finance);
        sheets.frames(cycle, finance);
    }

    /** In the summer of the budget year the sums that the half of it has cost, unless they are there already. */
    List<Errand> errands(Cycle cycle) {
        if (!realisations.latest(cycle.id()).isEmpty()) {
            return List.of();
        }
        Person finance = finance(cycle);
        LocalDate day = businessDays.next(LocalDate.of(cycle.year() + 1, Month.AUGUST, 10));
        return List.of(new Errand(
                day.atTime(10, 0).atZone(Finland.ZONE).toInstant(),
                finance,
                "brings in what the lines have cost by 30 June",
                () -> sheets.realisation(cycle, finance)));
    }

    /** To the line that the department suggested, otherwise to one of its own; what costs nothing is marked so. */
    void link(Turn turn) {
        Map<MeasureId, BudgetLink> linked = links.of(turn.cycle());
        List<BudgetLine> lines = budgets.lines(turn.cycle());
        for (Measure measure : measures.accepted(turn.cycle())) {
            if (linked.containsKey(measure.id())) {
                continue;
            }
            if (measure.cost().signum() == 0) {
                links.markNoCost(turn.cycle(), measure.id());
            } else {
                links.link(turn.cycle(), measure.id(), line(measure, lines).id(), measure.cost());
            }
        }
    }

    private static BudgetLine line(Measure measure, List<BudgetLine> lines) {
        List<BudgetLine> own = lines.stream()
                .filter(line -> line.department().equals(measure.department()))
                .toList();
        return own.stream()
                .filter(line ->
                        line.label().startsWith(String.valueOf(measure.content().suggestedLine())))
                .findFirst()
                .orElse(own.get(0));
    }

    /** What the script says that the council lowered and left out. */
    void recordCouncil(Turn turn) {
        List<Measure> accepted = measures.accepted(turn.cycle()).stream()
                .filter(measure -> measure.status() == MeasureStatus.IN_BUDGET)
                .filter(measure -> measure.budget().signum() > 0)
                .toList();
        Measure less = ScriptedBudget.dearest(turn.does("lower"), accepted);
        if (less != null) {
            change(turn, less, CouncilChange.Kind.CHANGED, ScriptedBudget.less(less.budget()), null);
        }
        Measure out = ScriptedBudget.first(turn.does("leaveOut"), accepted);
        if (out != null) {
            change(turn, out, CouncilChange.Kind.LEFT_OUT, null, turn.text("council.leaveOut"));
        }
    }

    private void change(
            Turn turn, Measure measure, CouncilChange.Kind kind, @Nullable BigDecimal euro, @Nullable String reason) {
        changes.draft(turn.cycle(), measure.id(), kind, euro, reason);
    }

    private Person finance(Cycle cycle) {
        return people.inGroups(cycle.municipality(), List.of(Role.FINANCE.group(null)))
                .get(0);
    }
}
