package fi.hytekello.demo.simulation;

import fi.hytekello.municipality.Person;
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
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How departments screen and assess what they propose: one measure in short, one in full, the others not. */
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
    void complete(OpenTask task, Person person) {
        List<Measure> own = measures.of(task.cycle(), task.requiredDepartment());
        for (Measure measure : own) {
            if (!assessments.of(measure).screening().isAnswered()) {
                DemoTable.read("assessments.csv").stream()
                        .filter(row -> row.get("title").equals(measure.title()))
                        .findFirst()
                        .ifPresentOrElse(
                                row -> assess(task, person, measure, row),
                                () -> screen(task, person, measure, Set.of()));
            }
        }
    }

    private void screen(OpenTask task, Person person, Measure measure, Set<ImpactCriterion> criteria) {
        drafts.screen(
                task.cycle(),
                task.requiredDepartment(),
                measure.id(),
                new ImpactScreening(criteria, criteria.isEmpty(), false, null, null, null, 0),
                person.username());
    }

    private void assess(OpenTask task, Person person, Measure measure, DemoTable.Row row) {
        screen(task, person, measure, Set.of(ImpactCriterion.valueOf(row.get("criterion"))));
        ImpactAssessment open = assessments.of(measure);
        for (DemoTable.Row effect : DemoTable.read("effects.csv")) {
            if (effect.get("title").equals(measure.title())) {
                describe(task, person, open, effect);
            }
        }
        drafts.summarise(
                task.cycle(),
                task.requiredDepartment(),
                measure.id(),
                new ImpactSummary(
                        row.get("conclusion"),
                        text(row, "groupEffects"),
                        text(row, "equality"),
                        text(row, "hearing"),
                        text(row, "preparedBy"),
                        0),
                person.username());
    }

    private void describe(OpenTask task, Person person, ImpactAssessment open, DemoTable.Row effect) {
        boolean proposal = effect.get("alternative").equals("PROPOSAL");
        drafts.describe(
                task.cycle(),
                task.requiredDepartment(),
                open.measure(),
                proposal ? ImpactAlternative.PROPOSAL : ImpactAlternative.ZERO,
                ImpactViewpoint.valueOf(effect.get("viewpoint")),
                new ImpactEffect(
                        EffectDirection.valueOf(effect.get("direction")),
                        text(effect, "shortTerm"),
                        text(effect, "longTerm"),
                        0),
                person.username());
    }

    private static @Nullable String text(DemoTable.Row row, String column) {
        return row.get(column).isEmpty() ? null : row.get(column);
    }
}
