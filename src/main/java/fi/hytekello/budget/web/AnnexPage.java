package fi.hytekello.budget.web;

import fi.hytekello.budget.BudgetAnnexes;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.NotFound;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The annex of the budget, for people of the municipality. */
@Controller
class AnnexPage {

    private final Cycles cycles;
    private final BudgetAnnexes annexes;
    private final BudgetRows rows;

    AnnexPage(Cycles cycles, BudgetAnnexes annexes, BudgetRows rows) {
        this.cycles = cycles;
        this.annexes = annexes;
        this.rows = rows;
    }

    @GetMapping("/cycles/{cycleId}/annex")
    String show(@PathVariable long cycleId, Person person, Locale locale, Model model) {
        Cycle cycle = cycles.get(new CycleId(cycleId));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        model.addAttribute("cycle", cycle);
        model.addAttribute("annex", annexes.find(cycle.id()).orElse(null));
        model.addAttribute("departments", rows.names(cycle.municipality(), locale));
        return "forms/budget/annex";
    }
}
