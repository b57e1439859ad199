package fi.hytekello.budget.web;

import fi.hytekello.budget.AnnexTables;
import fi.hytekello.budget.BudgetAnnex;
import fi.hytekello.budget.BudgetAnnexes;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.sheet.SheetWriter;
import fi.hytekello.platform.web.Downloads;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The annex of the budget, for people of the municipality: as a page and as files for the budget book. */
@Controller
class AnnexPage {

    private final VisibleCycles visible;
    private final BudgetAnnexes annexes;
    private final AnnexTables tables;
    private final BudgetRows rows;

    AnnexPage(VisibleCycles visible, BudgetAnnexes annexes, AnnexTables tables, BudgetRows rows) {
        this.visible = visible;
        this.annexes = annexes;
        this.tables = tables;
        this.rows = rows;
    }

    @GetMapping("/cycles/{id}/annex")
    String show(@PathVariable long id, Person person, Locale locale, Model model) {
        Cycle cycle = visible.get(id, person);
        Optional<BudgetAnnex> annex = annexes.find(cycle.id());
        List<BudgetAnnex.LeftOut> leftOut =
                annex.map(BudgetAnnex::leftOut).orElseGet(() -> annexes.leftOutNow(cycle.id()));
        model.addAttribute("cycle", cycle);
        model.addAttribute("annex", annex.orElse(null));
        model.addAttribute("leftOut", leftOut);
        model.addAttribute("departments", rows.names(cycle.municipality(), locale));
        return "forms/budget/annex";
    }

    @GetMapping("/cycles/{id}/annex.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable long id, Person person, Locale locale) {
        Cycle cycle = visible.get(id, person);
        BudgetAnnex annex = get(cycle);
        return Downloads.file(
                tables.fileName(cycle, locale) + ".xlsx",
                SheetWriter.XLSX,
                SheetWriter.xlsx(tables.measures(cycle, annex, locale), tables.leftOut(cycle, annex, locale)));
    }

    @GetMapping("/cycles/{id}/annex.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, Person person, Locale locale) {
        Cycle cycle = visible.get(id, person);
        return Downloads.table(tables.fileName(cycle, locale), "csv", tables.measures(cycle, get(cycle), locale));
    }

    private BudgetAnnex get(Cycle cycle) {
        return annexes.find(cycle.id()).orElseThrow(() -> new NotFound("problem.budget.noAnnex"));
    }
}
