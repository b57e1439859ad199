package fi.hytekello.budget.web;

import fi.hytekello.budget.BindingGoals;
import fi.hytekello.budget.BudgetBooks;
import fi.hytekello.budget.BudgetImports;
import fi.hytekello.budget.Budgets;
import fi.hytekello.budget.ImportKind;
import fi.hytekello.budget.Realisations;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.Goals;
import fi.hytekello.platform.Money;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The year's budget for the people of the municipality: lines, frames, binding goals; finance changes them. */
@Controller
class BudgetPage {

    private final VisibleCycles visible;
    private final Budgets budgets;
    private final BudgetBooks books;
    private final BudgetImports imports;
    private final Realisations realisations;
    private final BindingGoals binding;
    private final Goals goals;
    private final Municipalities municipalities;
    private final ProblemTexts problems;

    BudgetPage(
            VisibleCycles visible,
            Budgets budgets,
            BudgetBooks books,
            BudgetImports imports,
            Realisations realisations,
            BindingGoals binding,
            Goals goals,
            Municipalities municipalities,
            ProblemTexts problems) {
        this.visible = visible;
        this.budgets = budgets;
        this.books = books;
        this.imports = imports;
        this.realisations = realisations;
        this.binding = binding;
        this.goals = goals;
        this.municipalities = municipalities;
        this.problems = problems;
    }

    @GetMapping("/cycles/{id}/budget")
    String show(@PathVariable long id, Person person, Model model) {
        Cycle cycle = visible.get(id, person);
        boolean decided = budgets.isDecided(cycle.id());
        boolean finance = person.holds(Role.FINANCE, cycle.municipality());
        model.addAttribute("cycle", cycle);
        model.addAttribute("decided", decided);
        model.addAttribute("finance", finance);
        model.addAttribute("kinds", ImportKind.values());
        model.addAttribute("book", books.of(cycle.id()));
        model.addAttribute("frames", budgets.frames(cycle.id()));
        model.addAttribute("realised", realisations.latest(cycle.id()));
        model.addAttribute("all", municipalities.departments(cycle.municipality()));
        model.addAttribute("goals", goals.list(cycle.id()));
        model.addAttribute("binding", binding.of(cycle.id()));
        model.addAttribute("mayBind", !decided && (finance || person.holds(Role.COORDINATOR, cycle.municipality())));
        return "forms/budget/budget";
    }

    @PostMapping("/cycles/{id}/budget/frames/save")
    String frames(
            @PathVariable long id, Person person, HttpServletRequest form, Locale locale, RedirectAttributes next) {
        Cycle cycle = imports.finance(new CycleId(id), person);
        try {
            budgets.setFrames(cycle, given(cycle, form));
            next.addFlashAttribute("done", "budget.frames.saved");
        } catch (InvalidInput invalid) {
            Map<String, String> typed = new LinkedHashMap<>();
            form.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
            next.addFlashAttribute("problem", problems.of(invalid, locale).orElseThrow());
            next.addFlashAttribute("typed", typed);
        }
        return "redirect:/cycles/" + id + "/budget";
    }

    private Map<DepartmentCode, BigDecimal> given(Cycle cycle, HttpServletRequest form) {
        Map<DepartmentCode, BigDecimal> frames = new LinkedHashMap<>();
        for (Department department : municipalities.departments(cycle.municipality())) {
            String field = "frame[" + department.code() + "]";
            BigDecimal amount = Money.parse(field, form.getParameter(field));
            if (amount != null) {
                frames.put(department.code(), amount);
            }
        }
        return frames;
    }

    @PostMapping("/cycles/{id}/budget/goals/{goal}")
    String bind(
            @PathVariable long id,
            @PathVariable long goal,
            @RequestParam boolean isBinding,
            Person person,
            RedirectAttributes next) {
        Cycle cycle = visible.get(id, person);
        binding.mark(cycle.id(), new GoalId(goal), isBinding, person);
        next.addFlashAttribute("done", isBinding ? "budget.goals.bound" : "budget.goals.unbound");
        return "redirect:/cycles/" + id + "/budget";
    }
}
