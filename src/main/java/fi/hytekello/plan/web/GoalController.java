package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.GoalCarryOver;
import fi.hytekello.plan.GoalCategory;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.GoalTerms;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.LifeCycleGroup;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.web.ProblemTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The year's goals: the coordinator writes, changes, orders and removes them, all others read. */
@Controller
class GoalController {

    private final Cycles cycles;
    private final Goals goals;
    private final GoalTerms terms;
    private final GoalCarryOver carryOver;
    private final Indicators indicators;
    private final ProblemTexts problems;

    GoalController(
            Cycles cycles,
            Goals goals,
            GoalTerms terms,
            GoalCarryOver carryOver,
            Indicators indicators,
            ProblemTexts problems) {
        this.cycles = cycles;
        this.goals = goals;
        this.terms = terms;
        this.carryOver = carryOver;
        this.indicators = indicators;
        this.problems = problems;
    }

    @GetMapping("/cycles/{id}/goals")
    String show(@PathVariable long id, Person person, Model model) {
        Cycle cycle = visible(id, person);
        return page(cycle, person, rows(cycle), GoalRow.EMPTY, model);
    }

    @PostMapping("/cycles/{id}/goals")
    String add(
            @PathVariable long id,
            Person person,
            @RequestParam Map<String, String> fields,
            Locale locale,
            Model model) {
        Cycle cycle = coordinators(id, person);
        Given given = new Given(fields);
        try {
            goals.add(cycle.id(), GoalRow.content(given));
        } catch (InvalidInput | Conflict refused) {
            model.addAttribute("problem", problems.of(refused, locale).orElseThrow());
            return page(cycle, person, rows(cycle), GoalRow.EMPTY.holding(given, null), model);
        }
        return back(id, "");
    }

    @PostMapping("/cycles/{id}/goals/{goal}")
    String revise(
            @PathVariable long id,
            @PathVariable long goal,
            Person person,
            @RequestParam Map<String, String> fields,
            Locale locale,
            Model model) {
        Cycle cycle = coordinators(id, person);
        Given given = new Given(fields);
        try {
            goals.revise(cycle.id(), new GoalId(goal), GoalRow.content(given), given.version());
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text text = problems.of(refused, locale).orElseThrow();
            List<GoalRow> rows = rows(cycle).stream()
                    .map(row -> row.is(goal) ? row.holding(given, text) : row)
                    .toList();
            return page(cycle, person, rows, GoalRow.EMPTY, model);
        }
        return back(id, "#goal-" + goal);
    }

    @PostMapping("/cycles/{id}/goals/{goal}/years")
    String hold(
            @PathVariable long id,
            @PathVariable long goal,
            Person person,
            @RequestParam Map<String, String> fields,
            Locale locale,
            Model model) {
        Cycle cycle = coordinators(id, person);
        Given given = new Given(fields);
        try {
            goals.hold(cycle.id(), new GoalId(goal), GoalRow.years(given));
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text text = problems.of(refused, locale).orElseThrow();
            List<GoalRow> rows = rows(cycle).stream()
                    .map(row -> row.is(goal) ? row.holdingYears(given, text) : row)
                    .toList();
            return page(cycle, person, rows, GoalRow.EMPTY, model);
        }
        return back(id, "#goal-" + goal);
    }

    /** Takes over the goals of the newest earlier year. */
    @PostMapping("/cycles/{id}/goals/carry")
    String carry(@PathVariable long id, Person person, Locale locale, RedirectAttributes next) {
        Cycle cycle = coordinators(id, person);
        try {
            carryOver.carry(cycle.id());
        } catch (Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return back(id, "");
    }

    @PostMapping("/cycles/{id}/goals/{goal}/move")
    String move(
            @PathVariable long id,
            @PathVariable long goal,
            @RequestParam Goals.Move direction,
            Person person,
            Locale locale,
            RedirectAttributes next) {
        Cycle cycle = coordinators(id, person);
        try {
            goals.move(cycle.id(), new GoalId(goal), direction);
        } catch (Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return back(id, "#goal-" + goal);
    }

    @PostMapping("/cycles/{id}/goals/{goal}/delete")
    String remove(
            @PathVariable long id, @PathVariable long goal, Person person, Locale locale, RedirectAttributes next) {
        Cycle cycle = coordinators(id, person);
        try {
            goals.remove(cycle.id(), new GoalId(goal));
        } catch (Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return back(id, "");
    }

    private String page(Cycle cycle, Person person, List<GoalRow> rows, GoalRow empty, Model model) {
        model.addAttribute("cycle", cycle);
        model.addAttribute("rows", rows);
        model.addAttribute("empty", empty);
        model.addAttribute("candidates", carryOver.candidates(cycle.id()));
        model.addAttribute("indicators", indicators.of(cycle.id()));
        model.addAttribute("lifeCycles", LifeCycleGroup.values());
        model.addAttribute("categories", GoalCategory.values());
        model.addAttribute(
                "editable", person.holds(Role.COORDINATOR, cycle.municipality()) && cycle.state() != Cycle.State.ENDED);
        return "forms/plan/goals";
    }

    private List<GoalRow> rows(Cycle cycle) {
        Map<GoalId, GoalTerms.Validity> held = terms.of(cycle.id());
        return goals.list(cycle.id()).stream()
                .map(goal -> GoalRow.of(goal, held.get(goal.id())))
                .toList();
    }

    private Cycle visible(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }

    private Cycle coordinators(long id, Person person) {
        Cycle cycle = visible(id, person);
        if (!person.holds(Role.COORDINATOR, cycle.municipality())) {
            throw new Refused("problem.goal.coordinator");
        }
        return cycle;
    }

    private static String back(long id, String anchor) {
        return "redirect:/cycles/" + id + "/goals" + anchor;
    }
}
