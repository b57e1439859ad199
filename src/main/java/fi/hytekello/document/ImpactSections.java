package fi.hytekello.document;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.document.Block.Paragraph;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.plan.ImpactAlternative;
import fi.hytekello.plan.ImpactAssessment;
import fi.hytekello.plan.ImpactAssessments;
import fi.hytekello.plan.ImpactEffect;
import fi.hytekello.plan.ImpactFinding;
import fi.hytekello.plan.ImpactNeed;
import fi.hytekello.plan.ImpactSummary;
import fi.hytekello.plan.ImpactViewpoint;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ex-ante impact assessments (EVA): which measures needed one and why, and what was found (domain chapter 1.9). */
@Component
class ImpactSections {

    private final ImpactAssessments assessments;

    ImpactSections(ImpactAssessments assessments) {
        this.assessments = assessments;
    }

    /** @param planned the measures that are in the plan */
    List<Section> of(CycleId cycle, List<Measure> planned, Words words) {
        String heading = words.text("document.impact");
        if (planned.isEmpty()) {
            return List.of(Section.of(1, heading, new Paragraph(Text.of(words.text("document.impact.none")))));
        }
        Map<MeasureId, ImpactAssessment> known = assessments.of(cycle);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                1, heading, new Paragraph(Text.of(words.text("document.impact.lead"))), needs(planned, known, words)));
        for (Measure measure : planned) {
            ImpactAssessment assessment = Objects.requireNonNull(known.get(measure.id()));
            if (assessment.isNeeded()) {
                sections.add(assessed(measure, assessment, words));
            }
        }
        return sections;
    }

    private static Table needs(List<Measure> planned, Map<MeasureId, ImpactAssessment> known, Words words) {
        return new Table(
                words.text("document.impact.caption"),
                List.of(
                        new Column(words.text("document.measure"), 34, false),
                        new Column(words.text("document.impact.need"), 18, false),
                        new Column(words.text("document.reason"), 48, false)),
                planned.stream()
                        .map(measure -> {
                            ImpactAssessment assessment = Objects.requireNonNull(known.get(measure.id()));
                            ImpactNeed need = assessment.need();
                            return List.of(
                                    words.free(measure.title()),
                                    Text.of(words.text(need == null ? "impact.unanswered" : "impactNeed." + need)),
                                    reason(assessment, words));
                        })
                        .toList(),
                List.of());
    }

    /** The table's reason, or the department's own where it does less than the table asks for. */
    private static Text reason(ImpactAssessment assessment, Words words) {
        ImpactFinding finding = assessment.finding();
        if (finding == null) {
            return words.nothing();
        }
        if (assessment.isLoweringJustified()) {
            Text own = words.free(assessment.screening().choiceReason());
            String lowered = words.text("impact.lowered", words.text("impactNeed." + finding.need()), own.value());
            return new Text(lowered, own.language());
        }
        String reason = words.text(
                "impactReason." + finding.reason(),
                words.euro(assessment.cost()).value(),
                words.euro(assessment.costLimit()).value());
        return Text.of(assessment.isRaised() ? reason + " " + words.text("impact.raised") : reason);
    }

    private static Section assessed(Measure measure, ImpactAssessment assessment, Words words) {
        Text title = words.free(measure.title());
        List<Block> blocks = new ArrayList<>();
        for (ImpactAlternative alternative : assessment.alternatives()) {
            blocks.add(table(title, alternative, assessment.viewpoints(), words));
        }
        ImpactSummary summary = assessment.summary();
        add(blocks, "conclusion", summary.conclusion(), words);
        if (assessment.need() == ImpactNeed.FULL) {
            add(blocks, "groupEffects", summary.groupEffects(), words);
            add(blocks, "equality", summary.equality(), words);
            add(blocks, "hearing", summary.hearing(), words);
            add(blocks, "preparedBy", summary.preparedBy(), words);
        }
        return new Section(2, title, blocks);
    }

    private static Table table(
            Text measure, ImpactAlternative alternative, List<ImpactViewpoint> viewpoints, Words words) {
        String name = alternative.isFurther()
                ? words.free(alternative.name()).value()
                : words.text("impactAlternative." + alternative.number());
        return new Table(
                words.text("document.impact.alternative", measure.value(), name),
                List.of(
                        new Column(words.text("document.impact.viewpoint"), 20, false),
                        new Column(words.text("document.impact.direction"), 14, false),
                        new Column(words.text("document.impact.short"), 33, false),
                        new Column(words.text("document.impact.long"), 33, false)),
                viewpoints.stream()
                        .map(viewpoint -> row(viewpoint, alternative.effect(viewpoint), words))
                        .toList(),
                List.of());
    }

    private static List<Text> row(ImpactViewpoint viewpoint, ImpactEffect effect, Words words) {
        return List.of(
                Text.of(words.text("impactViewpoint." + viewpoint)),
                effect.direction() == null
                        ? words.nothing()
                        : Text.of(words.text("effectDirection." + effect.direction())),
                words.free(effect.shortTerm()),
                words.free(effect.longTerm()));
    }

    private static void add(List<Block> blocks, String field, @Nullable String text, Words words) {
        if (text != null) {
            blocks.add(new Paragraph(Text.of(words.text("document.impact." + field))));
            blocks.addAll(words.paragraphs(text));
        }
    }
}
