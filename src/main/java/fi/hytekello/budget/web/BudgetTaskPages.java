package fi.hytekello.budget.web;

import fi.hytekello.budget.BudgetLinks;
import fi.hytekello.budget.Correction;
import fi.hytekello.budget.Corrections;
import fi.hytekello.budget.ManagerChoice;
import fi.hytekello.budget.ManagerChoices;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.Money;
import fi.hytekello.worklist.OpenTask;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages on which finance links, a department corrects and the manager chooses. Each row is saved when it changes;
 * its fields carry the measure's id, such as {@code linkedEuro[12]}.
 */
@Controller
class BudgetTaskPages {

    private static final int LONGEST_REASON = 2000;

    private final BudgetRows rows;
    private final BudgetLinks links;
    private final Corrections corrections;
    private final ManagerChoices choices;

    BudgetTaskPages(BudgetRows rows, BudgetLinks links, Corrections corrections, ManagerChoices choices) {
        this.rows = rows;
        this.links = links;
        this.corrections = corrections;
        this.choices = choices;
    }

    @GetMapping("/tasks/{taskId}/budget-links")
    String links(OpenTask task, Locale locale, Model model) {
        return rows.show(task, "Activity_LinkMeasures", "budget-links", locale, model);
    }

    @PostMapping("/tasks/{taskId}/budget-links/{measure}")
    String link(
            OpenTask task,
            @PathVariable long measure,
            HttpServletRequest form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        return rows.save(task, "Activity_LinkMeasures", "budget-links", form, locale, model, next, () -> {
            MeasureId id = new MeasureId(measure);
            String line = text(form, "budgetLine", id);
            if (line == null) {
                links.unlink(task.cycle(), id);
            } else if ("none".equals(line)) {
                links.markNoCost(task.cycle(), id);
            } else {
                BigDecimal amount = money(form, "linkedEuro", id);
                if (amount == null) {
                    throw new InvalidInput(field("linkedEuro", id), "problem.answer.missing");
                }
                links.link(task.cycle(), id, number(field("budgetLine", id), line), amount);
            }
        });
    }

    @GetMapping("/tasks/{taskId}/budget-adjustment")
    String corrections(OpenTask task, Locale locale, Model model) {
        return rows.show(task, "Activity_AdjustMeasures", "budget-adjustment", locale, model);
    }

    @PostMapping("/tasks/{taskId}/budget-adjustment/{measure}")
    String correct(
            OpenTask task,
            @PathVariable long measure,
            HttpServletRequest form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        return rows.save(task, "Activity_AdjustMeasures", "budget-adjustment", form, locale, model, next, () -> {
            MeasureId id = new MeasureId(measure);
            Correction.Kind kind = choice(form, "correction", id, Correction.Kind.class);
            corrections.draft(
                    task.cycle(),
                    task.requiredDepartment(),
                    id,
                    kind,
                    kind == Correction.Kind.LOWER ? money(form, "loweredEuro", id) : null,
                    kind == Correction.Kind.KEEP ? text(form, "keepReason", id) : null);
        });
    }

    @GetMapping("/tasks/{taskId}/budget-decision")
    String choices(OpenTask task, Locale locale, Model model) {
        String view = rows.show(task, "Activity_DecideMeasures", "budget-decision", locale, model);
        model.addAttribute("version", choices.version(task.cycle()));
        return view;
    }

    @PostMapping("/tasks/{taskId}/budget-decision/{measure}")
    String choose(
            OpenTask task,
            @PathVariable long measure,
            HttpServletRequest form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        return rows.save(task, "Activity_DecideMeasures", "budget-decision", form, locale, model, next, () -> {
            MeasureId id = new MeasureId(measure);
            ManagerChoice.Kind kind = choice(form, "managerChoice", id, ManagerChoice.Kind.class);
            choices.draft(
                    task.cycle(),
                    id,
                    kind,
                    kind == ManagerChoice.Kind.INCLUDE_CHANGED ? money(form, "grantedEuro", id) : null,
                    kind == ManagerChoice.Kind.LEAVE_OUT ? text(form, "leaveOutReason", id) : null);
        });
    }

    private static String field(String name, MeasureId measure) {
        return name + "[" + measure + "]";
    }

    private static @Nullable String text(HttpServletRequest form, String name, MeasureId measure) {
        String given = form.getParameter(field(name, measure));
        if (given == null || given.isBlank()) {
            return null;
        }
        String text = given.strip();
        if (text.length() > LONGEST_REASON) {
            throw new InvalidInput(field(name, measure), "problem.answer.long", LONGEST_REASON, text.length());
        }
        return text;
    }

    private static @Nullable BigDecimal money(HttpServletRequest form, String name, MeasureId measure) {
        return Money.parse(field(name, measure), form.getParameter(field(name, measure)));
    }

    private static long number(String field, String given) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException malformed) {
            throw new InvalidInput(field, "problem.answer.choice");
        }
    }

    private static <E extends Enum<E>> E choice(
            HttpServletRequest form, String name, MeasureId measure, Class<E> type) {
        String given = text(form, name, measure);
        if (given == null) {
            throw new InvalidInput(field(name, measure), "problem.answer.missing");
        }
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .filter(constant -> constant.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field(name, measure), "problem.answer.choice"));
    }
}
