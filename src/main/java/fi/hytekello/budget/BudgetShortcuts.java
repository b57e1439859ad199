package fi.hytekello.budget;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What finance and the manager may say of many measures at once; each is theirs to change one by one afterwards. */
@Service
public class BudgetShortcuts {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

    private final Budgets budgets;
    private final BudgetLinks links;
    private final ManagerChoices choices;
    private final Measures measures;

    BudgetShortcuts(Budgets budgets, BudgetLinks links, ManagerChoices choices, Measures measures) {
        this.budgets = budgets;
        this.links = links;
        this.choices = choices;
        this.measures = measures;
    }

    /**
     * Links that follow from what the departments have said, of measures that have none yet: the whole sum to a line of
     * the department when exactly one answers to the suggestion, by account and cost centre or by name; the mark of no
     * cost where the department said so.
     */
    public List<BudgetLink> suggested(CycleId cycle) {
        Map<MeasureId, BudgetLink> linked = links.of(cycle);
        List<BudgetLine> lines = budgets.lines(cycle);
        return measures.accepted(cycle).stream()
                .filter(measure -> !linked.containsKey(measure.id()))
                .flatMap(measure -> suggested(measure, lines).stream())
                .toList();
    }

    /**
     * Makes the suggested links.
     *
     * @return how many were made
     */
    @Transactional
    public int linkSuggested(CycleId cycle) {
        return links.add(cycle, suggested(cycle));
    }

    /** Measures on which the manager has not decided yet. */
    public List<MeasureId> undecided(CycleId cycle) {
        Map<MeasureId, ManagerChoice> chosen = choices.of(cycle);
        return measures.accepted(cycle).stream()
                .map(Measure::id)
                .filter(id -> !chosen.containsKey(id))
                .toList();
    }

    /**
     * Includes all on which the manager has not decided yet, as they are linked.
     *
     * @return how many
     */
    @Transactional
    public int includeRest(CycleId cycle) {
        return choices.include(cycle, undecided(cycle));
    }

    private static Optional<BudgetLink> suggested(Measure measure, List<BudgetLine> lines) {
        if (measure.content().noCost()) {
            return Optional.of(new BudgetLink(measure.id(), null, measure.cost()));
        }
        String suggestion = measure.content().suggestedLine();
        if (suggestion == null || measure.cost().signum() == 0) {
            return Optional.empty();
        }
        List<BudgetLine> answering = lines.stream()
                .filter(line -> line.department().equals(measure.department()))
                .filter(line -> names(line).anyMatch(key(suggestion)::equals))
                .toList();
        return answering.size() == 1
                ? Optional.of(new BudgetLink(measure.id(), answering.get(0).id(), measure.cost()))
                : Optional.empty();
    }

    private static Stream<String> names(BudgetLine line) {
        return Stream.of(line.account() + "/" + line.costCentre(), line.label(), line.name())
                .map(BudgetShortcuts::key);
    }

    private static String key(String text) {
        return SPACES.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
