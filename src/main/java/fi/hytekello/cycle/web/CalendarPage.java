package fi.hytekello.cycle.web;

import fi.hytekello.calendar.RollPolicy;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleKinds;
import fi.hytekello.cycle.CyclePlanning;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.Milestone;
import fi.hytekello.cycle.Milestones;
import fi.hytekello.decision.Decision;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Outcome;
import fi.hytekello.decision.Subject;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Calendar and roles of the year, first for the coordinator to set, then for the manager to confirm. */
@Controller
class CalendarPage {

    private final Cycles cycles;
    private final Milestones milestones;
    private final CyclePlanning planning;
    private final CycleKinds kinds;
    private final Municipalities municipalities;
    private final People people;
    private final Decisions decisions;
    private final ProblemTexts problems;

    CalendarPage(
            Cycles cycles,
            Milestones milestones,
            CyclePlanning planning,
            CycleKinds kinds,
            Municipalities municipalities,
            People people,
            Decisions decisions,
            ProblemTexts problems) {
        this.cycles = cycles;
        this.milestones = milestones;
        this.planning = planning;
        this.kinds = kinds;
        this.municipalities = municipalities;
        this.people = people;
        this.decisions = decisions;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/calendar")
    String calendar(OpenTask task, Model model) {
        fill(task, "Activity_ConfirmCalendar", model);
        model.addAttribute("returned", returned(task));
        return "forms/cycle/calendar";
    }

    @GetMapping("/tasks/{taskId}/cycle-confirmation")
    String confirmation(OpenTask task, Model model) {
        fill(task, "Activity_ConfirmCycle", model);
        return "forms/cycle/cycle-confirmation";
    }

    /** Saves changed dates and, unless only that was asked, completes the task; what is wrong is told, none of it saved. */
    @PostMapping("/tasks/{taskId}/calendar")
    String save(OpenTask task, @RequestParam Map<String, String> form, Locale locale, RedirectAttributes next) {
        requireTask(task, "Activity_ConfirmCalendar");
        try {
            planning.plan(task.cycle(), DateFields.read(form));
        } catch (InvalidInput invalid) {
            next.addFlashAttribute("problem", problems.of(invalid, locale).orElseThrow());
            next.addFlashAttribute("given", form);
            return again(task, form);
        }
        if (!form.containsKey("save")) {
            return "forward:/tasks/" + task.id() + "/complete";
        }
        next.addFlashAttribute("saved", true);
        return again(task, form);
    }

    /** Changes the kind of the year; its calendar begins anew from the defaults of that kind. */
    @PostMapping("/tasks/{taskId}/kind")
    String changeKind(
            OpenTask task,
            Person person,
            @RequestParam Cycle.Kind kind,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        requireTask(task, "Activity_ConfirmCalendar");
        if (!task.canBeCompletedBy(person)) {
            throw new Refused("problem.task.foreign");
        }
        kinds.change(task.cycle(), kind);
        next.addFlashAttribute("kindChanged", true);
        return again(task, form);
    }

    private static String again(OpenTask task, Map<String, String> form) {
        return "redirect:/tasks/" + task.id() + "/calendar" + (form.containsKey("embedded") ? "?embedded" : "");
    }

    private void fill(OpenTask task, String expected, Model model) {
        requireTask(task, expected);
        List<Milestone> dated = milestones.of(task.cycle());
        model.addAttribute("task", task);
        Cycle cycle = cycles.get(task.cycle());
        model.addAttribute("cycle", cycle);
        model.addAttribute("kinds", Cycle.Kind.values());
        model.addAttribute("suggestion", kinds.suggest(cycle.municipality(), cycle.year()));
        model.addAttribute("term", kinds.term(cycle.year()).orElse(null));
        model.addAttribute("termWithout", kinds.leavesTermWithout(cycle));
        model.addAttribute("milestones", dated);
        model.addAttribute("policies", RollPolicy.values());
        model.addAttribute("departments", municipalities.departments(task.municipality()));
        model.addAttribute(
                "roles", List.of(Role.COORDINATOR, Role.MANAGER, Role.FINANCE, Role.SECRETARY, Role.WELLBEING_GROUP));
        model.addAttribute("people", people.of(task.municipality()));
    }

    /** Why the manager sent the calendar back, where that was the last word on it. */
    private @Nullable Decision returned(OpenTask task) {
        return decisions.of(task.cycle()).stream()
                .filter(decision -> decision.subject() == Subject.CYCLE)
                .reduce((earlier, later) -> later)
                .filter(decision -> decision.outcome() == Outcome.RETURNED)
                .orElse(null);
    }

    private static void requireTask(OpenTask task, String expected) {
        if (!task.task().equals(expected)) {
            throw new NotFound("problem.task.gone");
        }
    }
}
