package fi.hytekello.document;

import fi.hytekello.budget.BudgetAnnexes;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.decision.Subject;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.DepartmentProposals;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureStatus;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.Proposals;
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

    private final GoalSections goals;
    private final ImpactSections impact;
    private final Measures measures;
    private final Proposals proposals;
    private final BudgetAnnexes annexes;
    private final DecisionSection decisions;

    PlanSections(
            GoalSections goals,
            ImpactSections impact,
            Measures measures,
            Proposals proposals,
            BudgetAnnexes annexes,
            DecisionSection decisions) {
        this.goals = goals;
        this.impact = impact;
        this.measures = measures;
        this.proposals = proposals;
        this.annexes = annexes;
        this.decisions = decisions;
    }

    List<Section> of(Cycle cycle, Map<DepartmentCode, String> departments, Words words) {
        List<Measure> all = measures.of(cycle.id());
        List<Measure> planned = all.stream()
                .filter(measure -> measure.status() != MeasureStatus.LEFT_OUT)
                .toList();
        List<Section> sections = new ArrayList<>(goals.of(cycle, planned, departments, words));
        sections.add(CostSections.of(cycle.year() + 1, planned, words));
        sections.addAll(impact.of(cycle.id(), planned, words));
        sections.add(withoutProposals(cycle, all, departments, words));
        sections.add(leftOut(all, departments, words));
        sections.add(budget(cycle, words));
        sections.add(decisions.of(cycle.id(), Set.of(Subject.PROPOSALS, Subject.BUDGET), departments, words));
        return sections;
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
