package fi.hytekello.cycle;

import fi.hytekello.audit.AuditTrail;
import fi.hytekello.municipality.CouncilTerm;
import fi.hytekello.municipality.CouncilTerms;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.Conflict;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which years are broad: one in each council term at least (järjestämislaki 612/2021 § 6, domain L-07), by default the
 * council's first full year. The coordinator may choose otherwise.
 */
@Service
public class CycleKinds {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final Milestones milestones;
    private final CouncilTerms terms;
    private final KindTable table;
    private final AuditTrail audit;

    CycleKinds(
            JdbcClient jdbc,
            Cycles cycles,
            Milestones milestones,
            CouncilTerms terms,
            KindTable table,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.milestones = milestones;
        this.terms = terms;
        this.table = table;
        this.audit = audit;
    }

    /** What the table says of this year; the year's own cycle, where there is one, does not count. */
    public KindSuggestion suggest(MunicipalityCode municipality, int year) {
        Optional<CouncilTerm> term = terms.ofYear(year);
        return table.suggestion(term.map(known ->
                        new KindFacts(known.yearOf(year), known.yearsLeft(year), hasBroad(municipality, year, known)))
                .orElse(new KindFacts(-1, 0, false)));
    }

    /** True for an annual year where the table would have a broad one or sees the term going without. */
    public boolean leavesTermWithout(Cycle cycle) {
        if (cycle.kind() == Cycle.Kind.BROAD) {
            return false;
        }
        KindSuggestion suggestion = suggest(cycle.municipality(), cycle.year());
        return suggestion.kind() == Cycle.Kind.BROAD || suggestion.termInDanger();
    }

    /** The term that the year belongs to. */
    public Optional<CouncilTerm> term(int year) {
        return terms.ofYear(year);
    }

    /**
     * Changes the kind of a year that is being prepared; its calendar becomes the default of the new kind, except for
     * the date by which the year itself is to be opened.
     *
     * @throws Conflict when the calendar is already confirmed
     */
    @Transactional
    public void change(CycleId id, Cycle.Kind kind) {
        Cycle cycle = cycles.get(id);
        if (cycle.state() != Cycle.State.PREPARING) {
            throw new Conflict("problem.kind.confirmed");
        }
        set(cycle, kind, "cycle.kindChanged");
    }

    /** The broad report was turned down: the running year goes on as an annual one. Safe to call again. */
    @Transactional
    public void continueAsAnnual(CycleId id) {
        set(cycles.get(id), Cycle.Kind.ANNUAL, "cycle.broadTurnedDown");
    }

    private void set(Cycle cycle, Cycle.Kind kind, String action) {
        if (cycle.kind() == kind) {
            return;
        }
        jdbc.sql("update hyte.cycle set kind = :kind where id = :id")
                .param("kind", kind.name())
                .param("id", cycle.id().value())
                .update();
        milestones.resetTo(cycles.get(cycle.id()));
        audit.record(
                cycle.municipality(),
                cycle.id().value(),
                action,
                "cycle:" + cycle.businessKey(),
                Map.of("before", cycle.kind(), "after", kind));
    }

    private boolean hasBroad(MunicipalityCode municipality, int year, CouncilTerm term) {
        return jdbc.sql("""
                        select exists (select 1 from hyte.cycle where municipality_code = :municipality and kind = 'BROAD'
                            and year between :first and :last and year <> :year)""")
                .param("municipality", municipality.value())
                .param("first", term.firstYear())
                .param("last", term.lastYear())
                .param("year", year)
                .query(Boolean.class)
                .single();
    }
}
