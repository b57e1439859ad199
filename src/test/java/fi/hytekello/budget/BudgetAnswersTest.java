package fi.hytekello.budget;

import static fi.hytekello.budget.Samples.EDUCATION;
import static fi.hytekello.budget.Samples.LIBRARY;
import static fi.hytekello.budget.Samples.ROUTES;
import static fi.hytekello.budget.Samples.YOUTH;
import static fi.hytekello.budget.Samples.euro;
import static fi.hytekello.budget.Samples.link;
import static fi.hytekello.budget.Samples.measure;
import static fi.hytekello.budget.Samples.noCost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What finance, a department and the manager may answer for a measure. */
class BudgetAnswersTest {

    private final Measure porridge = measure(1, EDUCATION, "400");
    private final Measure reading = measure(2, EDUCATION, "300");
    private final List<Measure> measures = List.of(porridge, reading);
    private final List<BudgetLink> charged = List.of(link(1, LIBRARY, "400"), link(2, LIBRARY, "300"));
    private final CorrectionCheck corrections =
            new CorrectionCheck(new FrameCheck(List.of(YOUTH, LIBRARY, ROUTES), Map.of()), EDUCATION);

    @Test
    void aMeasureIsLinkedToItsOwnDepartmentsLineOnly() {
        assertThatCode(() -> BudgetLinks.checkLink(porridge, YOUTH, euro("400")))
                .doesNotThrowAnyException();
        refused(() -> BudgetLinks.checkLink(porridge, ROUTES, euro("400")), "budgetLine[1]", "otherDepartment");
    }

    @Test
    void notMoreIsLinkedThanTheMeasureAsks() {
        refused(() -> BudgetLinks.checkLink(porridge, YOUTH, euro("400.01")), "linkedEuro[1]", "aboveMeasure");
    }

    @Test
    void theDepartmentLowersUntilAllFitsAndExplainsNothing() {
        assertThat(corrections.lowered(measures, charged, Map.of(porridge.id(), lower(1, "200"))))
                .containsExactly(link(1, LIBRARY, "200"));
    }

    @Test
    void whatIsStillExceededIsExplainedForEachMeasureThatStays() {
        Map<MeasureId, Correction> answers = Map.of(porridge.id(), lower(1, "300"));
        refused(() -> corrections.lowered(measures, charged, answers), "keepReason[2]", "uncorrected");
        assertThat(corrections.lowered(
                        measures,
                        charged,
                        Map.of(porridge.id(), lower(1, "300"), reading.id(), keep(2, "Sopimus sitoo."))))
                .containsExactly(link(1, LIBRARY, "300"));
    }

    @Test
    void aMeasureOutsideTheConflictNeedsNoAnswer() {
        List<BudgetLink> mixed = List.of(link(1, LIBRARY, "600"), link(2, YOUTH, "300"));
        assertThat(corrections.lowered(measures, mixed, Map.of(porridge.id(), keep(1, "Sopimus sitoo."))))
                .isEmpty();
    }

    @Test
    void keepingWithoutAReasonIsNoAnswer() {
        refused(
                () -> corrections.lowered(
                        measures, charged, Map.of(porridge.id(), lower(1, "399"), reading.id(), keep(2, null))),
                "keepReason[2]",
                "uncorrected");
    }

    @Test
    void loweringMeansLess() {
        for (String same : List.of("400", "401")) {
            refused(
                    () -> corrections.lowered(measures, charged, Map.of(porridge.id(), lower(1, same))),
                    "loweredEuro[1]",
                    "notLower");
        }
    }

    @Test
    void theManagerDecidesOnEveryMeasure() {
        refused(() -> ManagerChoice.check(porridge, charged.get(0), null), "managerChoice[1]", "undecided");
    }

    @Test
    void leavingOutNeedsAReason() {
        ManagerChoice silent = choice(ManagerChoice.Kind.LEAVE_OUT, null, " ");
        refused(() -> ManagerChoice.check(porridge, charged.get(0), silent), "leaveOutReason[1]", "reasonMissing");
        ManagerChoice told = choice(ManagerChoice.Kind.LEAVE_OUT, null, "Ei mahdu kehykseen.");
        assertThatCode(() -> ManagerChoice.check(porridge, charged.get(0), told))
                .doesNotThrowAnyException();
    }

    @Test
    void includingWithChangesNeedsASumAndALine() {
        ManagerChoice without = choice(ManagerChoice.Kind.INCLUDE_CHANGED, null, null);
        refused(() -> ManagerChoice.check(porridge, charged.get(0), without), "grantedEuro[1]", "grantMissing");
        ManagerChoice with = choice(ManagerChoice.Kind.INCLUDE_CHANGED, euro("100"), null);
        refused(() -> ManagerChoice.check(porridge, noCost(1), with), "grantedEuro[1]", "grantWithoutLine");
    }

    @Test
    void aMeasureGetsTheLinkedSumTheManagersOwnOrNothing() {
        BudgetLink link = charged.get(0);
        assertThat(choice(ManagerChoice.Kind.INCLUDE, euro("9"), null).granted(link))
                .isEqualTo("400.00");
        assertThat(choice(ManagerChoice.Kind.INCLUDE_CHANGED, euro("250"), null).granted(link))
                .isEqualTo("250.00");
        assertThat(choice(ManagerChoice.Kind.LEAVE_OUT, euro("9"), "Ei nyt.").granted(link))
                .isZero();
    }

    private static void refused(ThrowingCallable answer, String field, String message) {
        assertThatThrownBy(answer).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.messageKey()).isEqualTo("problem.budget." + message);
            assertThat(refused.arguments().get(0)).asString().startsWith("Toimenpide");
        });
    }

    private static Correction lower(long measure, String euro) {
        return new Correction(new MeasureId(measure), Correction.Kind.LOWER, euro(euro), null);
    }

    private static Correction keep(long measure, @Nullable String reason) {
        return new Correction(new MeasureId(measure), Correction.Kind.KEEP, null, reason);
    }

    private static ManagerChoice choice(
            ManagerChoice.Kind kind, @Nullable BigDecimal granted, @Nullable String reason) {
        return new ManagerChoice(new MeasureId(1), 1, kind, granted, reason);
    }
}
