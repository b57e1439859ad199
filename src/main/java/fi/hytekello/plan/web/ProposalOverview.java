package fi.hytekello.plan.web;

import fi.hytekello.plan.ImpactAssessment;
import fi.hytekello.plan.ImpactAssessments;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A department's proposals at a glance: their sum and how many are unfinished. */
@Component
class ProposalOverview {

    private final ImpactAssessments impacts;

    ProposalOverview(ImpactAssessments impacts) {
        this.impacts = impacts;
    }

    /**
     * Puts into the model what the overview shows. A row is unfinished while it lacks something or its impact assessment
     * is not as it must be.
     *
     * @param one the row that is answered alone, null where the whole page is
     */
    void add(List<ProposalRow> rows, @Nullable MeasureId one, Model model) {
        List<Measure> measures = rows.stream().map(ProposalRow::measure).toList();
        Map<MeasureId, ImpactAssessment> assessed = impacts.of(measures);
        model.addAttribute("rows", rows);
        model.addAttribute("cost", measures.stream().map(Measure::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
        model.addAttribute(
                "incomplete",
                rows.stream()
                        .filter(row -> row.isIncomplete() || !of(row, assessed).isComplete())
                        .count());
        model.addAttribute(
                "unscreened",
                rows.stream()
                        .filter(row -> !of(row, assessed).screening().isAnswered())
                        .toList());
        model.addAttribute("impacts", assessed);
        if (one != null) {
            model.addAttribute("impact", assessed.get(one));
        }
    }

    private static ImpactAssessment of(ProposalRow row, Map<MeasureId, ImpactAssessment> assessed) {
        return Objects.requireNonNull(assessed.get(row.measure().id()));
    }
}
