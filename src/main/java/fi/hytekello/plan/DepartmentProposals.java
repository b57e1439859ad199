package fi.hytekello.plan;

import fi.hytekello.municipality.DepartmentCode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One department's proposals of a cycle.
 *
 * @param noProposalsReason why the department proposes nothing, null where it proposes or has not answered
 * @param withoutProposals recorded at the reconciliation: the department has no accepted proposal
 * @param measures in the order they were proposed
 */
public record DepartmentProposals(
        DepartmentCode department,
        ProposalState state,
        @Nullable String noProposalsReason,
        boolean withoutProposals,
        List<Measure> measures) {

    public DepartmentProposals {
        measures = List.copyOf(measures);
    }

    /** True when nothing of this department would be accepted now. */
    public boolean isWithout() {
        return state != ProposalState.COMMITTEE_APPROVED || measures.isEmpty();
    }

    public BigDecimal cost() {
        return measures.stream().map(Measure::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What all proposals still lack, by row. */
    public List<Gap> gaps() {
        return java.util.stream.IntStream.range(0, measures.size())
                .boxed()
                .flatMap(i -> measures.get(i).content().gaps(i + 1).stream())
                .toList();
    }
}
