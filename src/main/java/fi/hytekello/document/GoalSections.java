package fi.hytekello.document;

import fi.hytekello.budget.BindingGoals;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.document.Block.Paragraph;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.indicator.Indicator;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.Goal;
import fi.hytekello.plan.GoalContent;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The goals by priority with their targets and measures (R0-05, R1-06, R1-14). */
@Component
class GoalSections {

    private final Goals goals;
    private final Indicators indicators;
    private final BindingGoals binding;

    GoalSections(Goals goals, Indicators indicators, BindingGoals binding) {
        this.goals = goals;
        this.indicators = indicators;
        this.binding = binding;
    }

    /** @param planned the measures that are in the plan */
    List<Section> of(Cycle cycle, List<Measure> planned, Map<DepartmentCode, String> departments, Words words) {
        Map<Integer, Indicator> known = indicators.of(cycle.id()).stream()
                .map(value -> value.indicator())
                .collect(Collectors.toMap(Indicator::id, Function.identity()));
        List<Goal> list = goals.list(cycle.id());
        Set<GoalId> bound = binding.of(cycle.id());
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                1,
                words.text("document.goals"),
                new Paragraph(Text.of(words.text(
                        list.isEmpty() ? "document.goals.none" : "document.goals.lead",
                        Integer.toString(cycle.year() + 1))))));
        for (Goal goal : list) {
            Text title = words.named(goal.titleFi(), goal.titleSv());
            List<Block> blocks = new ArrayList<>();
            List<Text> facts = facts(goal.content(), bound.contains(goal.id()), known, words);
            if (!facts.isEmpty()) {
                blocks.add(new Block.Bullets(facts));
            }
            if (goal.content().rootCause() != null) {
                blocks.addAll(
                        words.labelled("document.goal.cause", goal.content().rootCause()));
            }
            List<Measure> own = planned.stream()
                    .filter(measure -> goal.id().equals(measure.content().goal()))
                    .toList();
            blocks.add(
                    own.isEmpty()
                            ? new Paragraph(Text.of(words.text("document.goal.empty")))
                            : table(own, title, departments, known, words));
            sections.add(new Section(2, new Text(goal.priority() + ". " + title.value(), title.language()), blocks));
        }
        return sections;
    }

    private static List<Text> facts(GoalContent goal, boolean bound, Map<Integer, Indicator> known, Words words) {
        List<Text> facts = new ArrayList<>();
        if (bound) {
            facts.add(Text.of(words.text("document.goal.binding")));
        }
        if (goal.lifeCycle() != null) {
            facts.add(Text.of(words.text("document.goal.lifeCycle", words.text("lifeCycle." + goal.lifeCycle()))));
        }
        if (goal.category() != null) {
            facts.add(Text.of(words.text("document.goal.category", words.text("goalCategory." + goal.category()))));
        }
        Indicator indicator = goal.indicator() == null ? null : known.get(goal.indicator());
        if (indicator != null) {
            facts.add(Text.of(words.text("document.goal.indicator", indicator.title(words.language()))));
        }
        Integer year = goal.targetYear();
        if (goal.target() != null && year != null) {
            String unit = indicator == null ? "" : " " + indicator.unit(words.language());
            facts.add(Text.of(words.text("document.goal.target", year.toString(), words.number(goal.target()) + unit)));
        }
        return facts;
    }

    /** The column of the indicators is left out where no measure has one. */
    private static Table table(
            List<Measure> measures,
            Text goal,
            Map<DepartmentCode, String> departments,
            Map<Integer, Indicator> known,
            Words words) {
        boolean indicated = measures.stream()
                .anyMatch(measure -> known.containsKey(measure.content().indicator()));
        List<Column> columns = new ArrayList<>(List.of(
                new Column(words.text("document.measure"), indicated ? 22 : 29, false),
                new Column(words.text("document.responsible"), indicated ? 25 : 31, false),
                new Column(words.text("document.schedule"), 13, false),
                new Column(words.text("document.group"), 13, false),
                new Column(words.text("document.euro"), 14, true)));
        if (indicated) {
            columns.add(4, new Column(words.text("document.indicator"), 13, false));
        }
        return new Table(
                words.text("document.measures.caption", goal.value()),
                columns,
                measures.stream()
                        .map(measure -> row(measure, indicated, departments, known, words))
                        .toList(),
                List.of());
    }

    private static List<Text> row(
            Measure measure,
            boolean indicated,
            Map<DepartmentCode, String> departments,
            Map<Integer, Indicator> known,
            Words words) {
        MeasureContent content = measure.content();
        List<Text> cells = new ArrayList<>(List.of(
                words.free(measure.title()),
                Text.of(responsible(measure, departments, words)),
                Text.of(words.days(content.startsOn(), content.endsOn())),
                content.populationGroup() == null
                        ? words.nothing()
                        : Text.of(words.text("document.group." + content.populationGroup())),
                CostSections.cost(measure, words)));
        if (indicated) {
            cells.add(4, title(content.indicator(), known, words));
        }
        return cells;
    }

    private static String responsible(Measure measure, Map<DepartmentCode, String> departments, Words words) {
        String department = departments.getOrDefault(
                measure.department(), measure.department().value());
        String owner = measure.owner() == null ? Words.NOTHING : measure.owner().title(words.language());
        return measure.deputy() == null
                ? words.text("document.responsible.one", department, owner)
                : words.text(
                        "document.responsible.two",
                        department,
                        owner,
                        measure.deputy().title(words.language()));
    }

    private static Text title(@Nullable Integer id, Map<Integer, Indicator> known, Words words) {
        Indicator indicator = id == null ? null : known.get(id);
        return indicator == null ? words.nothing() : Text.of(indicator.title(words.language()));
    }
}
