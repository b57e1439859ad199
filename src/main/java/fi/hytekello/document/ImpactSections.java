package fi.hytekello.document;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.document.Block.Paragraph;
import fi.hytekello.document.Block.Table;
import fi.hytekello.document.Block.Table.Column;
import fi.hytekello.plan.EffectDirection;
import fi.hytekello.plan.ImpactAlternative;
import fi.hytekello.plan.ImpactAssessment;
import fi.hytekello.plan.ImpactAssessments;
import fi.hytekello.plan.ImpactEffect;
import fi.hytekello.plan.ImpactFinding;
import fi.hytekello.plan.ImpactNeed;
import fi.hytekello.plan.ImpactReason;
import fi.hytekello.plan.ImpactSummary;
import fi.hytekello.plan.ImpactViewpoint;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
        sections.add(new Section(1, Text.of(heading), needs(planned, known, words)));
        for (Measure measure : planned) {
            ImpactAssessment assessment = Objects.requireNonNull(known.get(measure.id()));
            if (assessment.isNeeded()) {
                sections.add(assessed(measure, assessment, words));
            }
        }
        return sections;
    }

    /** Those that nothing speaks for are named in one sentence: most measures of a plan are such. */
    private static List<Block> needs(List<Measure> planned, Map<MeasureId, ImpactAssessment> known, Words words) {
        Map<Boolean, List<Measure>> plain = planned.stream()
                .collect(
                        Collectors.partitioningBy(measure -> isPlain(Objects.requireNonNull(known.get(measure.id())))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Text.of(words.text("document.impact.lead"))));
        List<Measure> listed = Objects.requireNonNull(plain.get(false));
        if (!listed.isEmpty()) {
            blocks.add(needTable(listed, known, words));
        }
        List<Measure> rest = Objects.requireNonNull(plain.get(true));
        if (!rest.isEmpty()) {
            ImpactAssessment any = Objects.requireNonNull(known.get(rest.get(0).id()));
            String titles = rest.stream().map(Measure::title).collect(Collectors.joining("; "));
            blocks.add(new Block.Labelled(
                    words.text(
                            "document.impact.plain", words.euro(any.costLimit()).value()),
                    words.free(titles)));
        }
        return blocks;
    }

    /** No criterion is met, the cost is below the limit, and the department does as the table says. */
    private static boolean isPlain(ImpactAssessment assessment) {
        ImpactFinding finding = assessment.finding();
        return finding != null && finding.reason() == ImpactReason.NO_CRITERION && !assessment.isRaised();
    }

    private static Table needTable(List<Measure> listed, Map<MeasureId, ImpactAssessment> known, Words words) {
        return new Table(
                words.text("document.impact.caption"),
                List.of(
                        new Column(words.text("document.measure"), 34, false),
                        new Column(words.text("document.impact.need"), 18, false),
                        new Column(words.text("document.reason"), 48, false)),
                listed.stream()
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
                rows(alternative, viewpoints, words),
                List.of());
    }

    /** Where nothing changes and nothing is said of it, the viewpoints share a row. */
    private static List<List<Text>> rows(ImpactAlternative alternative, List<ImpactViewpoint> viewpoints, Words words) {
        List<ImpactViewpoint> silent = viewpoints.stream()
                .filter(viewpoint -> isSilent(alternative.effect(viewpoint)))
                .toList();
        List<List<Text>> rows = new ArrayList<>();
        viewpoints.stream()
                .filter(viewpoint -> !silent.contains(viewpoint))
                .forEach(viewpoint -> rows.add(row(List.of(viewpoint), alternative.effect(viewpoint), words)));
        if (!silent.isEmpty()) {
            rows.add(row(silent, alternative.effect(silent.get(0)), words));
        }
        return rows;
    }

    private static boolean isSilent(ImpactEffect effect) {
        return effect.direction() == EffectDirection.NEUTRAL && effect.shortTerm() == null && effect.longTerm() == null;
    }

    private static List<Text> row(List<ImpactViewpoint> viewpoints, ImpactEffect effect, Words words) {
        return List.of(
                Text.of(viewpoints.stream()
                        .map(viewpoint -> words.text("impactViewpoint." + viewpoint))
                        .collect(Collectors.joining(", "))),
                effect.direction() == null
                        ? words.nothing()
                        : Text.of(words.text("effectDirection." + effect.direction())),
                words.free(effect.shortTerm()),
                words.free(effect.longTerm()));
    }

    private static void add(List<Block> blocks, String field, @Nullable String text, Words words) {
        if (text != null) {
            blocks.addAll(words.labelled("document.impact." + field, text));
        }
    }
}
