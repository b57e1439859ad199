package fi.hytekello.budget.web;

import fi.hytekello.budget.BudgetBooks;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Saves one row of a budget page. A script gets the changed part of the page, a plain form is led back to the page;
 * either way a refusal is told on top and what was typed is not lost.
 */
@Component
class BudgetRows {

    private final BudgetBooks books;
    private final Municipalities municipalities;
    private final ProblemTexts problems;

    BudgetRows(BudgetBooks books, Municipalities municipalities, ProblemTexts problems) {
        this.books = books;
        this.municipalities = municipalities;
        this.problems = problems;
    }

    /** Puts the book into the model and names the page's template. */
    String show(OpenTask task, TaskPage page, Locale locale, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("book", books.of(task.cycle()));
        model.addAttribute("departments", names(task.municipality(), locale));
        return "forms/budget/" + page.path();
    }

    String save(
            OpenTask task,
            TaskPage page,
            HttpServletRequest form,
            Locale locale,
            Model model,
            RedirectAttributes next,
            Runnable change) {
        boolean script = form.getHeader("HX-Request") != null;
        try {
            change.run();
            model.addAttribute("saved", true);
        } catch (InvalidInput invalid) {
            Model target = script ? model : next;
            add(target, "problem", problems.of(invalid, locale).orElseThrow(), script);
            add(target, "typed", typed(form), script);
        }
        if (script) {
            return show(task, page, locale, model) + " :: rows";
        }
        return "redirect:/tasks/" + task.id() + "/" + page.path()
                + (form.getParameter("embedded") == null ? "" : "?embedded");
    }

    /** Names of the municipality's departments by code. */
    Map<String, String> names(MunicipalityCode municipality, Locale locale) {
        return municipalities.departments(municipality).stream()
                .collect(Collectors.toMap(department -> department.code().value(), d -> name(d, locale)));
    }

    private static String name(Department department, Locale locale) {
        return department.name(locale);
    }

    private static void add(Model target, String name, Object value, boolean script) {
        if (script) {
            target.addAttribute(name, value);
        } else {
            ((RedirectAttributes) target).addFlashAttribute(name, value);
        }
    }

    /** What the row's fields held, by the field's id. */
    private static Map<String, String> typed(HttpServletRequest form) {
        Map<String, String> typed = new HashMap<>();
        form.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
        return typed;
    }
}
