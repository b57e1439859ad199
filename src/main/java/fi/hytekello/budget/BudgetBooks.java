package fi.hytekello.budget;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together what the budget's pages show. */
@Service
public class BudgetBooks {

    private final Budgets budgets;
    private final BudgetLinks links;
    private final Corrections corrections;
    private final ManagerChoices choices;
    private final CouncilChanges council;
    private final Measures measures;

    BudgetBooks(
            Budgets budgets,
            BudgetLinks links,
            Corrections corrections,
            ManagerChoices choices,
            CouncilChanges council,
            Measures measures) {
        this.budgets = budgets;
        this.links = links;
        this.corrections = corrections;
        this.choices = choices;
        this.council = council;
        this.measures = measures;
    }

    public BudgetBook of(CycleId cycle) {
        FrameCheck check = budgets.frameCheck(cycle);
        Map<MeasureId, BudgetLink> linked = links.of(cycle);
        Map<MeasureId, Correction> corrected = corrections.of(cycle);
        Map<MeasureId, ManagerChoice> chosen = choices.of(cycle);
        Map<MeasureId, CouncilChange> changed = council.of(cycle);
        Map<Long, BudgetLine> lines =
                check.lines().stream().collect(Collectors.toMap(BudgetLine::id, Function.identity()));
        List<BudgetBook.Row> rows = measures.accepted(cycle).stream()
                .map(measure -> new BudgetBook.Row(
                        measure,
                        linked.get(measure.id()),
                        line(lines, linked.get(measure.id())),
                        corrected.get(measure.id()),
                        chosen.get(measure.id()),
                        changed.get(measure.id())))
                .toList();
        List<BudgetBook.Department> departments = Stream.of(
                        check.frames().keySet().stream(),
                        check.lines().stream().map(BudgetLine::department),
                        rows.stream().map(row -> row.measure().department()))
                .flatMap(codes -> codes)
                .distinct()
                .sorted(Comparator.comparing(DepartmentCode::value))
                .map(code -> department(code, check, linked, rows))
                .toList();
        return new BudgetBook(departments, check.overruns(linked.values()), corrections.isHeld(cycle));
    }

    private static @Nullable BudgetLine line(Map<Long, BudgetLine> lines, @Nullable BudgetLink link) {
        return link == null || link.line() == null ? null : lines.get(link.line());
    }

    private static BudgetBook.Department department(
            DepartmentCode code, FrameCheck check, Map<MeasureId, BudgetLink> linked, List<BudgetBook.Row> rows) {
        Map<Long, BigDecimal> byLine = check.sumByLine(linked.values());
        List<BudgetBook.Line> lines = check.lines().stream()
                .filter(line -> line.department().equals(code))
                .map(line -> new BudgetBook.Line(line, byLine.getOrDefault(line.id(), BigDecimal.ZERO)))
                .toList();
        List<BudgetBook.Row> own = rows.stream()
                .filter(row -> row.measure().department().equals(code))
                .toList();
        return new BudgetBook.Department(
                code,
                check.frames().get(code),
                lines.stream().map(BudgetBook.Line::linked).reduce(BigDecimal.ZERO, BigDecimal::add),
                own.stream().map(BudgetBooks::granted).reduce(BigDecimal.ZERO, BigDecimal::add),
                lines,
                own);
    }

    private static BigDecimal granted(BudgetBook.Row row) {
        ManagerChoice choice = row.choice();
        BudgetLink link = row.link();
        return choice == null || link == null ? BigDecimal.ZERO : choice.granted(link);
    }
}
