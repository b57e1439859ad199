package fi.hytekello.document;

import fi.hytekello.budget.BudgetAnnexes;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.decision.Subject;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.DepartmentProposals;
import fi.hytekello.plan.Goal;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureContent;
import fi.hytekello.plan.MeasureStatus;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.Proposals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The welfare plan of the coming year: goals by priority, their measures, what was left out and why (R1-02, R1-06). */
@Component
class PlanSections {

    private final Goals goals;
    private final Measures measures;
    private final Proposals proposals;
    private final Indicators indicators;
    private final BudgetAnnexes annexes;
    private final DecisionSection decisions;

    PlanSections(
            Goals goals,
            Measures measures,
            Proposals proposals,
            Indicators indicators,
            BudgetAnnexes annexes,
            DecisionSection decisions) {
        this.goals = goals;
        this.measures = measures;
        this.proposals = proposals;
        this.indicators = indicators;
        this.annexes = annexes;
        this.decisions = decisions;
    }

    List<Section> of(Cycle cycle, Map<DepartmentCode, String> departments, Words words) {
        List<Measure> all = measures.of(cycle.id());
        List<Section> sections = new ArrayList<>();
        sections.addAll(goals(cycle, all, departments, words));
        sections.add(withoutProposals(cycle, all, departments, words));
        sections.add(leftOut(all, departments, words));
        sections.add(budget(cycle, words));
        sections.add(decisions.of(cycle.id(), Set.of(Subject.PROPOSALS, Subject.BUDGET), departments, words));
        return sections;
    }

    private List<Section> goals(Cycle cycle, List<Measure> all, Map<DepartmentCode, String> departments, Words words) {
        Map<Integer, String> titles = indicators.of(cycle.id()).stream()
                .map(value -> value.indicator())
                .collect(Collectors.toMap(indicator -> indicator.id(), indicator -> indicator.title(words.language())));
        List<Goal> list = goals.list(cycle.id());
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                1,
                words.text("document.goals"),
                new Block.Paragraph(Text.of(words.text(
                        list.isEmpty() ? "document.goals.none" : "document.goals.lead",
                        Integer.toString(cycle.year() + 1))))));
        for (Goal goal : list) {
            Text title = words.named(goal.titleFi(), goal.titleSv());
            List<List<Text>> rows = all.stream()
                    .filter(measure -> measure.status() != MeasureStatus.LEFT_OUT)
                    .filter(measure -> goal.id().equals(measure.content().goal()))
                    .map(measure -> row(measure, departments, titles, words))
                    .toList();
            Block block = rows.isEmpty()
                    ? new Block.Paragraph(Text.of(words.text("document.goal.empty")))
                    : table(rows, title, words);
            sections.add(new Section(
                    2,
                    new Text(goal.priority() + ". " + title.value(), title.language()),
                    indicatorOf(goal, titles) == null
                            ? List.of(block)
                            : List.of(
                                    new Block.Paragraph(Text.of(words.text(
                                            "document.goal.indicator",
                                            Objects.requireNonNull(indicatorOf(goal, titles))))),
                                    block)));
        }
        return sections;
    }

    private static @Nullable String indicatorOf(Goal goal, Map<Integer, String> titles) {
        return goal.content().indicator() == null
                ? null
                : titles.get(goal.content().indicator());
    }

    private static Table table(List<List<Text>> rows, Text goal, Words words) {
        return new Table(
                words.text("document.measures.caption", goal.value()),
                List.of(
                        new Column(words.text("document.measure"), 24, false),
                        new Column(words.text("document.responsible"), 21, false),
                        new Column(words.text("document.schedule"), 13, false),
                        new Column(words.text("document.group"), 12, false),
                        new Column(words.text("document.indicator"), 16, false),
                        new Column(words.text("document.euro"), 14, true)),
                rows,
                List.of());
    }

    private static List<Text> row(
            Measure measure, Map<DepartmentCode, String> departments, Map<Integer, String> titles, Words words) {
        MeasureContent content = measure.content();
        String department = departments.getOrDefault(
                measure.department(), measure.department().value());
        String owner = measure.owner() == null ? Words.NOTHING : measure.owner().title(words.language());
        String responsible = measure.deputy() == null
                ? words.text("document.responsible.one", department, owner)
                : words.text(
                        "document.responsible.two",
                        department,
                        owner,
                        measure.deputy().title(words.language()));
        return List.of(
                words.free(measure.title()),
                Text.of(responsible),
                Text.of(words.days(content.startsOn(), content.endsOn())),
                content.populationGroup() == null
                        ? words.nothing()
                        : Text.of(words.text("document.group." + content.populationGroup())),
                Text.of(
                        content.indicator() == null
                                ? Words.NOTHING
                                : titles.getOrDefault(content.indicator(), Words.NOTHING)),
                cost(measure, words));
    }

    private static Text cost(Measure measure, Words words) {
        BigDecimal granted = measure.grantedEuro();
        boolean free = granted == null ? measure.content().noCost() : granted.signum() == 0;
        return free ? Text.of(words.text("document.noCost")) : words.euro(granted == null ? measure.cost() : granted);
    }

    /** R1-02: the departments without proposals are listed by name. */
    private Section withoutProposals(
            Cycle cycle, List<Measure> all, Map<DepartmentCode, String> departments, Words words) {
        Map<DepartmentCode, DepartmentProposals> answers = proposals.of(cycle.id()).stream()
                .collect(Collectors.toMap(DepartmentProposals::department, Function.identity()));
        List<Text> without = departments.keySet().stream()
                .filter(code -> isWithout(answers.get(code))
                        || all.stream()
                                .noneMatch(measure -> measure.department().equals(code)))
                .map(code -> without(Objects.requireNonNull(departments.get(code)), answers.get(code), words))
                .toList();
        Block block = without.isEmpty()
                ? new Block.Paragraph(Text.of(words.text("document.without.none")))
                : new Block.Bullets(without);
        return Section.of(1, words.text("document.without"), block);
    }

    private static boolean isWithout(@Nullable DepartmentProposals answer) {
        return answer != null && answer.withoutProposals();
    }

    private static Text without(String department, @Nullable DepartmentProposals answer, Words words) {
        if (answer == null || answer.noProposalsReason() == null) {
            return Text.of(department);
        }
        Text reason = words.free(answer.noProposalsReason());
        return new Text(department + ": " + reason.value(), reason.language());
    }

    private static Section leftOut(List<Measure> all, Map<DepartmentCode, String> departments, Words words) {
        List<List<Text>> rows = all.stream()
                .filter(measure -> measure.status() == MeasureStatus.LEFT_OUT)
                .map(measure -> List.of(
                        words.free(measure.title()),
                        Text.of(departments.getOrDefault(
                                measure.department(), measure.department().value())),
                        words.euro(measure.cost()),
                        words.free(measure.leftOutReason())))
                .toList();
        Block block = rows.isEmpty()
                ? new Block.Paragraph(Text.of(words.text("document.leftOut.none")))
                : new Table(
                        words.text("document.leftOut.caption"),
                        List.of(
                                new Column(words.text("document.measure"), 30, false),
                                new Column(words.text("document.department"), 18, false),
                                new Column(words.text("document.proposed"), 15, true),
                                new Column(words.text("document.reason"), 37, false)),
                        rows,
                        List.of());
        return Section.of(1, words.text("document.leftOut"), block);
    }

    private Section budget(Cycle cycle, Words words) {
        String year = Integer.toString(cycle.year() + 1);
        String reference = annexes.find(cycle.id())
                .map(annex -> words.text(
                        "document.budget.decided",
                        year,
                        words.date(annex.decidedOn()),
                        annex.section(),
                        words.euro(annex.total()).value()))
                .orElseGet(() -> words.text("document.budget.undecided", year));
        return Section.of(1, words.text("document.budget"), new Block.Paragraph(Text.of(reference)));
    }
}
