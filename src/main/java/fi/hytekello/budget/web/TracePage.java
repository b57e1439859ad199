package fi.hytekello.budget.web;

import fi.hytekello.budget.TraceTables;
import fi.hytekello.budget.TraceWords;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.web.Downloads;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Every accepted measure with its whole chain: proposal, line, §, realisation (R1-03). */
@Controller
class TracePage {

    private final VisibleCycles visible;
    private final TraceTables traces;
    private final BudgetRows rows;

    TracePage(VisibleCycles visible, TraceTables traces, BudgetRows rows) {
        this.visible = visible;
        this.traces = traces;
        this.rows = rows;
    }

    @GetMapping("/cycles/{id}/trace")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String department,
            Person person,
            Locale locale,
            Model model) {
        Cycle cycle = visible.get(id, person);
        model.addAttribute("cycle", cycle);
        model.addAttribute("departments", rows.names(cycle.municipality(), locale));
        model.addAttribute("department", department);
        model.addAttribute("steps", TraceWords.STEPS);
        model.addAttribute("rows", traces.rows(cycle, department, locale));
        return "forms/budget/trace";
    }

    @GetMapping("/cycles/{id}/trace.{format:xlsx|csv}")
    ResponseEntity<byte[]> file(
            @PathVariable long id,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String department,
            Person person,
            Locale locale) {
        Cycle cycle = visible.get(id, person);
        return Downloads.table(traces.fileName(cycle, locale), format, traces.table(cycle, department, locale));
    }
}
