package fi.hytekello.demo.simulation;

import fi.hytekello.budget.AnnexTables;
import fi.hytekello.budget.BudgetAnnex;
import fi.hytekello.budget.BudgetAnnexes;
import fi.hytekello.budget.Trace;
import fi.hytekello.budget.Traces;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.decision.Decision;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.sheet.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether every accepted measure of a played year is followed from its proposal to its realisation, and the annex adds up
 * (domain chapter 4.4).
 */
@Component
class Chains {

    private final Traces traces;
    private final BudgetAnnexes annexes;
    private final AnnexTables tables;
    private final JdbcClient jdbc;

    Chains(Traces traces, BudgetAnnexes annexes, AnnexTables tables, JdbcClient jdbc) {
        this.traces = traces;
        this.annexes = annexes;
        this.tables = tables;
        this.jdbc = jdbc;
    }

    /** How many accepted measures these cycles have. */
    int count(List<Cycle> cycles) {
        return cycles.stream().mapToInt(cycle -> traces.of(cycle.id()).size()).sum();
    }

    /** What is not whole, a sentence each. */
    List<String> missing(Cycle cycle) {
        List<String> missing = new ArrayList<>();
        List<Trace> accepted = traces.of(cycle.id());
        if (accepted.isEmpty()) {
            missing.add("cycle " + cycle.businessKey() + " has no accepted measure");
        }
        for (Trace trace : accepted) {
            List<String> steps = steps(trace);
            if (!steps.isEmpty()) {
                missing.add("cycle %s: measure “%s” has no %s"
                        .formatted(cycle.businessKey(), trace.title(), String.join(", no ", steps)));
            }
        }
        annexes.find(cycle.id()).flatMap(annex -> sum(cycle, annex)).ifPresent(missing::add);
        return missing;
    }

    private static List<String> steps(Trace trace) {
        List<String> steps = new ArrayList<>();
        need(steps, "day of proposal", trace.proposedOn());
        need(steps, "director's decision", trace.director());
        need(steps, "§ of the committee", section(trace.committee()));
        need(steps, "budget line", trace.link());
        need(steps, "choice of the manager", trace.manager());
        need(steps, "§ of the board", section(trace.board()));
        need(steps, "§ of the council", section(trace.council()));
        need(steps, "row in the annex", trace.annex());
        if (!trace.isLeftOut()) {
            boolean charged = trace.link() != null && trace.link().line() != null;
            need(steps, "realisation of its line", charged ? trace.realised() : "not concerned");
            need(steps, "report of what it has used", trace.euroUsed());
        }
        return steps;
    }

    private static void need(List<String> steps, String step, @Nullable Object taken) {
        if (taken == null) {
            steps.add(step);
        }
    }

    private static @Nullable String section(@Nullable Decision decision) {
        return decision == null ? null : decision.section();
    }

    /** The annex's sum against its own rows and against what the measures were granted. */
    private Optional<String> sum(Cycle cycle, BudgetAnnex annex) {
        Table table = tables.measures(cycle, annex, Languages.FINNISH);
        int euro = table.columns().stream().map(Table.Column::kind).toList().indexOf(Table.Kind.MONEY);
        BigDecimal rows = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        for (Table.Line line : table.lines()) {
            if (line.cells().get(euro) instanceof BigDecimal row) {
                rows = rows.add(row);
            } else if (line.cells().get(euro) instanceof Table.Sum sum) {
                total = sum.value();
            }
        }
        BigDecimal granted = jdbc.sql("""
                        select coalesce(sum(m.granted_euro), 0) from hyte.measure m
                        join hyte.budget_link k on k.measure_id = m.id
                        where m.cycle_id = :cycle and m.status <> 'LEFT_OUT'""")
                .param("cycle", cycle.id().value())
                .query(BigDecimal.class)
                .single();
        return total.compareTo(rows) == 0 && total.compareTo(granted) == 0
                ? Optional.empty()
                : Optional.of("cycle %s: the annex's sum is %s, its rows are %s, the measures were granted %s"
                        .formatted(cycle.businessKey(), total, rows, granted));
    }
}
