package fi.hytekello.budget;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a department has to answer: enough is lowered, or each measure in what is still exceeded is explained. */
record CorrectionCheck(FrameCheck frame, DepartmentCode department) {

    /**
     * The links that take less from now on.
     *
     * @param measures the department's measures
     * @param charged their links to lines
     * @throws InvalidInput naming the first measure whose answer is missing or wrong
     */
    List<BudgetLink> lowered(List<Measure> measures, List<BudgetLink> charged, Map<MeasureId, Correction> answers) {
        List<BudgetLink> after = charged.stream()
                .map(link -> lower(link, answers.get(link.measure()), title(measures, link.measure())))
                .toList();
        List<Overrun> remaining = frame.overruns(after).stream()
                .filter(overrun -> overrun.department().equals(department))
                .toList();
        List<BudgetLink> lowered =
                after.stream().filter(link -> !charged.contains(link)).toList();
        for (BudgetLink link : after) {
            boolean explained = lowered.contains(link) || hasReason(answers.get(link.measure()));
            if (!explained && remaining.stream().anyMatch(overrun -> overrun.concerns(link))) {
                throw new InvalidInput(
                        BudgetLinks.field("keepReason", link.measure()),
                        "problem.budget.uncorrected",
                        title(measures, link.measure()));
            }
        }
        return lowered;
    }

    private static BudgetLink lower(BudgetLink link, @Nullable Correction answer, String title) {
        if (answer == null || answer.kind() == Correction.Kind.KEEP) {
            return link;
        }
        BigDecimal euro = answer.euro();
        if (euro == null || euro.compareTo(link.amount()) >= 0) {
            throw new InvalidInput(
                    BudgetLinks.field("loweredEuro", link.measure()), "problem.budget.notLower", title, link.amount());
        }
        return link.withAmount(euro);
    }

    private static boolean hasReason(@Nullable Correction answer) {
        return answer != null && answer.kind() == Correction.Kind.KEEP && answer.reason() != null;
    }

    private static String title(List<Measure> measures, MeasureId id) {
        return measures.stream()
                .filter(measure -> measure.id().equals(id))
                .map(Measure::title)
                .findFirst()
                .orElse("");
    }
}
