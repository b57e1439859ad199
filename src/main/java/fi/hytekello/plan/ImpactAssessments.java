package fi.hytekello.plan;

import fi.hytekello.cycle.CycleId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The impact assessments of measures, for pages, lists and documents; {@link ImpactDrafts} writes them. */
@Service
public class ImpactAssessments {

    private static final Set<PopulationGroup> YOUNG = Set.of(PopulationGroup.CHILDREN, PopulationGroup.YOUNG);

    private final ImpactTable table;
    private final Measures measures;
    private final ImpactNeedPolicy policy;

    ImpactAssessments(ImpactTable table, Measures measures, ImpactNeedPolicy policy) {
        this.table = table;
        this.measures = measures;
        this.policy = policy;
    }

    /** Of all measures of the cycle; every measure has an entry, also before its first answer. */
    public Map<MeasureId, ImpactAssessment> of(CycleId cycle) {
        return of(measures.of(cycle));
    }

    /** Of these measures, in their order; two statements however many they are. */
    public Map<MeasureId, ImpactAssessment> of(Collection<Measure> wanted) {
        List<MeasureId> ids = wanted.stream().map(Measure::id).toList();
        Map<MeasureId, ImpactTable.Row> rows = table.rows(ids);
        Map<MeasureId, List<ImpactAlternative>> alternatives = table.alternatives(ids);
        Map<MeasureId, ImpactAssessment> found = new LinkedHashMap<>();
        for (Measure measure : wanted) {
            ImpactTable.Row row = Objects.requireNonNull(rows.get(measure.id()));
            found.put(measure.id(), assessment(measure, row, alternatives.getOrDefault(measure.id(), List.of())));
        }
        return found;
    }

    public ImpactAssessment of(Measure measure) {
        return Objects.requireNonNull(of(List.of(measure)).get(measure.id()));
    }

    /** Which of these proposals of one department cannot be submitted yet, in their order. */
    List<Gap> gaps(List<Measure> proposed) {
        Map<MeasureId, ImpactAssessment> known = of(proposed);
        return IntStream.range(0, proposed.size())
                .boxed()
                .flatMap(i -> Objects.requireNonNull(known.get(proposed.get(i).id())).gap(i + 1).stream())
                .toList();
    }

    private ImpactAssessment assessment(Measure measure, ImpactTable.Row row, List<ImpactAlternative> alternatives) {
        PopulationGroup group = measure.content().populationGroup();
        return new ImpactAssessment(
                measure.id(),
                measure.cost(),
                row.costLimit(),
                row.screening().children() || (group != null && YOUNG.contains(group)),
                row.screening(),
                row.loweredFrom(),
                finding(row.screening(), measure.cost(), row.costLimit()),
                row.summary(),
                alternatives.isEmpty()
                        ? List.of(
                                ImpactAlternative.open(ImpactAlternative.PROPOSAL),
                                ImpactAlternative.open(ImpactAlternative.ZERO))
                        : alternatives);
    }

    @Nullable
    ImpactFinding finding(ImpactScreening screening, BigDecimal cost, BigDecimal limit) {
        return screening.isAnswered()
                ? policy.of(new ImpactFacts(screening.criteria(), cost.compareTo(limit) >= 0, screening.exclusion()))
                : null;
    }
}
