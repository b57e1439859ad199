package fi.hytekello.budget.web;

import fi.hytekello.budget.BudgetLinks;
import fi.hytekello.budget.BudgetShortcuts;
import fi.hytekello.budget.Correction;
import fi.hytekello.budget.Corrections;
import fi.hytekello.budget.CouncilChange;
import fi.hytekello.budget.CouncilChanges;
import fi.hytekello.budget.ManagerChoice;
import fi.hytekello.budget.ManagerChoices;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Subject;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.worklist.OpenTask;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages on which finance links, a department corrects, the manager chooses, and finance records what the council
 * changed. Each row is saved when it changes.
 */
@Controller
class BudgetTaskPages {

    private final BudgetRows rows;
    private final BudgetLinks links;
    private final Corrections corrections;
    private final ManagerChoices choices;
    private final CouncilChanges council;
    private final BudgetShortcuts shortcuts;
    private final Decisions decisions;

    BudgetTaskPages(
            BudgetRows rows,
            BudgetLinks links,
            Corrections corrections,
            ManagerChoices choices,
            CouncilChanges council,
            BudgetShortcuts shortcuts,
            Decisions decisions) {
        this.rows = rows;
        this.links = links;
        this.corrections = corrections;
        this.choices = choices;
        this.council = council;
        this.shortcuts = shortcuts;
        this.decisions = decisions;
    }

    @GetMapping("/tasks/{taskId}/{page:budget-links|budget-adjustment|budget-decision|budget-council}")
    String show(OpenTask task, @PathVariable String page, Locale locale, Model model) {
        String view = rows.show(task, TaskPage.of(page, task), locale, model);
        model.addAttribute("version", choices.version(task.cycle()));
        model.addAttribute("suggested", shortcuts.suggested(task.cycle()).size());
        model.addAttribute("undecided", shortcuts.undecided(task.cycle()).size());
        model.addAttribute(
                "returned", decisions.sentBack(task.cycle(), Subject.BUDGET).orElse(null));
        return view;
    }

    /** What concerns many rows at once. */
    @PostMapping("/tasks/{taskId}/{page:budget-links|budget-decision}/all")
    String saveMany(
            OpenTask task,
            @PathVariable String page,
            @RequestParam(required = false) @Nullable String embedded,
            RedirectAttributes next) {
        int done = TaskPage.of(page, task) == TaskPage.LINKS
                ? shortcuts.linkSuggested(task.cycle())
                : shortcuts.includeRest(task.cycle());
        next.addFlashAttribute("many", done);
        return "redirect:/tasks/" + task.id() + "/" + page + (embedded == null ? "" : "?embedded");
    }

    @PostMapping("/tasks/{taskId}/{page:budget-links|budget-adjustment|budget-decision|budget-council}/{measure}")
    String save(
            OpenTask task,
            @PathVariable String page,
            @PathVariable long measure,
            HttpServletRequest form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        TaskPage kind = TaskPage.of(page, task);
        RowAnswers answers = new RowAnswers(form, new MeasureId(measure));
        return rows.save(task, kind, form, locale, model, next, () -> {
            switch (kind) {
                case LINKS -> link(task, answers);
                case ADJUSTMENT -> correct(task, answers);
                case DECISION -> choose(task, answers);
                case COUNCIL -> change(task, answers);
            }
        });
    }

    private void link(OpenTask task, RowAnswers row) {
        String line = row.text("budgetLine");
        if (line == null) {
            links.unlink(task.cycle(), row.measure());
        } else if ("none".equals(line)) {
            links.markNoCost(task.cycle(), row.measure());
        } else {
            links.link(task.cycle(), row.measure(), row.number("budgetLine", line), row.requiredMoney("linkedEuro"));
        }
    }

    private void correct(OpenTask task, RowAnswers row) {
        Correction.Kind kind = row.choice("correction", Correction.Kind.class);
        corrections.draft(
                task.cycle(),
                task.requiredDepartment(),
                row.measure(),
                kind,
                kind == Correction.Kind.LOWER ? row.money("loweredEuro") : null,
                kind == Correction.Kind.KEEP ? row.text("keepReason") : null);
    }

    private void choose(OpenTask task, RowAnswers row) {
        ManagerChoice.Kind kind = row.choice("managerChoice", ManagerChoice.Kind.class);
        choices.draft(
                task.cycle(),
                row.measure(),
                kind,
                kind == ManagerChoice.Kind.INCLUDE_CHANGED ? row.money("grantedEuro") : null,
                kind == ManagerChoice.Kind.LEAVE_OUT ? row.text("leaveOutReason") : null);
    }

    private void change(OpenTask task, RowAnswers row) {
        CouncilChange.Kind kind = row.choice("councilChange", CouncilChange.Kind.class);
        council.draft(
                task.cycle(),
                row.measure(),
                kind,
                kind == CouncilChange.Kind.CHANGED ? row.money("councilEuro") : null,
                kind == CouncilChange.Kind.LEFT_OUT ? row.text("councilReason") : null);
    }
}
