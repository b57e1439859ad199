package fi.hytekello.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImpactAssessmentTest {

    private static final ImpactEffect UNCHANGED = new ImpactEffect(EffectDirection.NEUTRAL, null, null, 1);
    private static final ImpactSummary CONCLUDED = new ImpactSummary("toteutetaan", null, null, null, null, 1);
    private static final ImpactSummary WHOLE =
            new ImpactSummary("toteutetaan", "ikääntyneet", "parantaa", "kysely", "suunnittelija", 1);

    @Test
    void isUnansweredUntilSomethingIsSaid() {
        assertThat(ImpactScreening.UNANSWERED.isAnswered()).isFalse();
        assertThat(new ImpactScreening(Set.of(), false, true, null, ImpactNeed.FULL, "syy", 1).isAnswered())
                .isFalse();
        assertThat(new ImpactScreening(Set.of(), true, false, null, null, null, 1).isAnswered())
                .isTrue();
        assertThat(new ImpactScreening(Set.of(), false, false, ImpactExclusion.POST, null, null, 1).isAnswered())
                .isTrue();
        assertThat(problem(assessment(null, null, null, null, ImpactSummary.OPEN)))
                .isEqualTo("problem.impact.unanswered");
    }

    @Test
    void doesNotAffectSomethingAndNothingAtOnce() {
        assertThatThrownBy(new ImpactScreening(Set.of(ImpactCriterion.STAFF), true, false, null, null, null, 0)::check)
                .isInstanceOf(InvalidInput.class)
                .extracting("field")
                .isEqualTo("affectsNothing");
    }

    @Test
    void moreMayBeDoneThanTheTableAsks() {
        ImpactAssessment raised = assessment(ImpactNeed.NOT_NEEDED, ImpactNeed.FULL, null, null, ImpactSummary.OPEN);
        assertThat(raised.need()).isEqualTo(ImpactNeed.FULL);
        assertThat(raised.isRaised()).isTrue();
        assertThat(problem(raised)).isEqualTo("problem.impact.full");
    }

    @Test
    void lessMayBeDoneForAWrittenReasonOnly() {
        ImpactAssessment silent = assessment(ImpactNeed.SHORT, ImpactNeed.NOT_NEEDED, null, null, ImpactSummary.OPEN);
        assertThat(silent.need()).isEqualTo(ImpactNeed.SHORT);
        assertThat(problem(silent)).isEqualTo("problem.impact.reason");
        ImpactAssessment justified = assessment(
                ImpactNeed.SHORT, ImpactNeed.NOT_NEEDED, "arvioitu jo 2026", ImpactNeed.SHORT, ImpactSummary.OPEN);
        assertThat(justified.need()).isEqualTo(ImpactNeed.NOT_NEEDED);
        assertThat(justified.isComplete()).isTrue();
    }

    @Test
    void aReasonDoesNotOutliveTheResultItWasGivenAgainst() {
        ImpactAssessment lapsed = assessment(
                ImpactNeed.FULL, ImpactNeed.NOT_NEEDED, "arvioitu jo 2026", ImpactNeed.SHORT, ImpactSummary.OPEN);
        assertThat(lapsed.need()).isEqualTo(ImpactNeed.FULL);
        assertThat(problem(lapsed)).isEqualTo("problem.impact.lapsed");
    }

    @Test
    void comparesEveryAlternativeFromEveryViewpoint() {
        ImpactAssessment open = assessment(ImpactNeed.SHORT, null, null, null, CONCLUDED);
        assertThat(open.effectsNeeded()).isEqualTo(10);
        assertThat(open.effectsOpen()).isEqualTo(10);
        assertThat(problem(open)).isEqualTo("problem.impact.short");
        assertThat(open.viewpoints()).doesNotContain(ImpactViewpoint.CHILDREN);
        assertThat(with(open, ImpactNeed.SHORT, true, CONCLUDED, UNCHANGED).viewpoints())
                .contains(ImpactViewpoint.CHILDREN);
    }

    @Test
    void aShortAssessmentNeedsItsConclusionAFullOneAlsoTheRest() {
        ImpactAssessment open = assessment(ImpactNeed.SHORT, null, null, null, CONCLUDED);
        assertThat(with(open, ImpactNeed.SHORT, false, CONCLUDED, UNCHANGED).isComplete())
                .isTrue();
        assertThat(with(open, ImpactNeed.SHORT, false, ImpactSummary.OPEN, UNCHANGED)
                        .isComplete())
                .isFalse();
        assertThat(with(open, ImpactNeed.FULL, false, CONCLUDED, UNCHANGED).isComplete())
                .isFalse();
        assertThat(with(open, ImpactNeed.FULL, false, WHOLE, UNCHANGED).isComplete())
                .isTrue();
        assertThat(CONCLUDED.missing(ImpactNeed.FULL))
                .containsExactly("groupEffects", "equality", "hearing", "preparedBy");
    }

    @ParameterizedTest
    @EnumSource(
            value = EffectDirection.class,
            names = {"POSITIVE", "NEGATIVE"})
    void aChangeIsDescribedInShortAndInFullAlsoInTheLongRun(EffectDirection direction) {
        ImpactEffect silent = new ImpactEffect(direction, null, null, 1);
        assertThat(silent.missing(ImpactNeed.SHORT)).containsExactly("shortTerm");
        assertThat(silent.missing(ImpactNeed.FULL)).containsExactly("shortTerm", "longTerm");
        assertThat(silent.missing(ImpactNeed.NOT_NEEDED)).isEmpty();
        assertThat(new ImpactEffect(direction, "heti", null, 1).missing(ImpactNeed.SHORT))
                .isEmpty();
        assertThat(UNCHANGED.missing(ImpactNeed.FULL)).isEmpty();
        assertThat(ImpactEffect.OPEN.missing(ImpactNeed.SHORT)).containsExactly("direction");
    }

    private static String problem(ImpactAssessment assessment) {
        return assessment.gap(1).orElseThrow().messageKey();
    }

    private static ImpactAssessment assessment(
            @Nullable ImpactNeed found,
            @Nullable ImpactNeed chosen,
            @Nullable String reason,
            @Nullable ImpactNeed loweredFrom,
            ImpactSummary summary) {
        return new ImpactAssessment(
                new MeasureId(1),
                BigDecimal.ZERO,
                new BigDecimal("100000"),
                false,
                new ImpactScreening(Set.of(), found != null, false, null, chosen, reason, 1),
                loweredFrom,
                found == null ? null : new ImpactFinding(found, ImpactReason.FEW_CRITERIA),
                summary,
                List.of(ImpactAlternative.open(0), ImpactAlternative.open(1)));
    }

    private static ImpactAssessment with(
            ImpactAssessment open, ImpactNeed found, boolean children, ImpactSummary summary, ImpactEffect everywhere) {
        Map<ImpactViewpoint, ImpactEffect> effects = Arrays.stream(ImpactViewpoint.values())
                .collect(Collectors.toMap(Function.identity(), viewpoint -> everywhere));
        return new ImpactAssessment(
                open.measure(),
                open.cost(),
                open.costLimit(),
                children,
                open.screening(),
                null,
                new ImpactFinding(found, ImpactReason.FEW_CRITERIA),
                summary,
                List.of(new ImpactAlternative(0, null, 1, effects), new ImpactAlternative(1, null, 1, effects)));
    }
}
