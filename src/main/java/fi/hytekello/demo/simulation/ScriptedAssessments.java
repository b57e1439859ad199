package fi.hytekello.demo.simulation;

import fi.hytekello.plan.EffectDirection;
import fi.hytekello.plan.ImpactAlternative;
import fi.hytekello.plan.ImpactAssessment;
import fi.hytekello.plan.ImpactAssessments;
import fi.hytekello.plan.ImpactCriterion;
import fi.hytekello.plan.ImpactDrafts;
import fi.hytekello.plan.ImpactEffect;
import fi.hytekello.plan.ImpactScreening;
import fi.hytekello.plan.ImpactSummary;
import fi.hytekello.plan.ImpactViewpoint;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.Measures;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How departments screen and assess what they propose: those of {@code demo/assessments.csv}, the others not. */
@Component
class ScriptedAssessments {

    private final Measures measures;
    private final ImpactAssessments assessments;
    private final ImpactDrafts drafts;

    ScriptedAssessments(Measures measures, ImpactAssessments assessments, ImpactDrafts drafts) {
        this.measures = measures;
        this.assessments = assessments;
        this.drafts = drafts;
    }

    /** Answers for those of the department's measures that nobody has answered for. */
    void complete(Turn turn) {
        List<DemoTable.Row> known = DemoTable.read("assessments.csv");
        for (Measure measure : measures.of(turn.cycle(), turn.department())) {
            if (!assessments.of(measure).screening().isAnswered()) {
                known.stream()
                        .filter(row -> row.get("title").equals(measure.title()))
                        .findFirst()
                        .ifPresentOrElse(row -> assess(turn, measure, row), () -> screen(turn, measure, Set.of()));
            }
        }
    }

    private void screen(Turn turn, Measure measure, Set<ImpactCriterion> criteria) {
        drafts.screen(
                turn.cycle(),
                turn.department(),
                measure.id(),
                new ImpactScreening(criteria, criteria.isEmpty(), false, null, null, null, 0),
                turn.person().username());
    }

    private void assess(Turn turn, Measure measure, DemoTable.Row row) {
        screen(
                turn,
                measure,
                Arrays.stream(row.get("criteria").split(",", -1))
                        .map(ImpactCriterion::valueOf)
                        .collect(Collectors.toSet()));
        describe(turn, assessments.of(measure), measure.title());
        drafts.summarise(
                turn.cycle(),
                turn.department(),
                measure.id(),
                new ImpactSummary(
                        row.get("conclusion"),
                        text(row, "groupEffects"),
                        text(row, "equality"),
                        text(row, "hearing"),
                        text(row, "preparedBy"),
                        0),
                turn.person().username());
    }

    /** What the table does not tell changes nothing. */
    private void describe(Turn turn, ImpactAssessment open, String title) {
        List<DemoTable.Row> effects = DemoTable.read("effects.csv").stream()
                .filter(row -> row.get("title").equals(title))
                .toList();
        for (int alternative : List.of(ImpactAlternative.PROPOSAL, ImpactAlternative.ZERO)) {
            String name = alternative == ImpactAlternative.PROPOSAL ? "PROPOSAL" : "ZERO";
            for (ImpactViewpoint viewpoint : open.viewpoints()) {
                ImpactEffect effect = effects.stream()
                        .filter(row -> row.get("alternative").equals(name))
                        .filter(row -> row.get("viewpoint").equals(viewpoint.name()))
                        .findFirst()
                        .map(ScriptedAssessments::effect)
                        .orElse(new ImpactEffect(EffectDirection.NEUTRAL, null, null, 0));
                drafts.describe(
                        turn.cycle(),
                        turn.department(),
                        open.measure(),
                        alternative,
                        viewpoint,
                        effect,
                        turn.person().username());
            }
        }
    }

    private static ImpactEffect effect(DemoTable.Row row) {
        return new ImpactEffect(
                EffectDirection.valueOf(row.get("direction")), text(row, "shortTerm"), text(row, "longTerm"), 0);
    }

    private static @Nullable String text(DemoTable.Row row, String column) {
        return row.get(column).isEmpty() ? null : row.get(column);
    }
}
