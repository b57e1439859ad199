package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.GoalCarryOver;
import fi.hytekello.plan.GoalId;
import fi.hytekello.plan.GoalTerms;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.ProposalRound;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.web.ProblemTexts;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What belongs to the year's plan but to no task: the goals, and closing the round of proposals. */
@Controller
class PlanController {

    private final Cycles cycles;
    private final Goals goals;
    private final GoalTerms terms;
    private final GoalCarryOver carryOver;
    private final ProposalRound round;
    private final ProblemTexts problems;

    PlanController(
            Cycles cycles,
            Goals goals,
            GoalTerms terms,
            GoalCarryOver carryOver,
            ProposalRound round,
            ProblemTexts problems) {
        this.cycles = cycles;
        this.goals = goals;
        this.terms = terms;
        this.carryOver = carryOver;
        this.round = round;
        this.problems = problems;
    }

    @PostMapping("/cycles/{id}/proposals/close")
    String closeRound(@PathVariable long id, Person person) {
        round.close(new CycleId(id), person);
        return "redirect:/cycles/" + id;
    }

    @GetMapping("/cycles/{id}/goals")
    String goals(@PathVariable long id, Person person, Model model) {
        Cycle cycle = visible(id, person);
        model.addAttribute("cycle", cycle);
        model.addAttribute("goals", goals.list(cycle.id()));
        model.addAttribute("validities", terms.of(cycle.id()));
        model.addAttribute("candidates", carryOver.candidates(cycle.id()));
        model.addAttribute(
                "editable", person.holds(Role.COORDINATOR, cycle.municipality()) && cycle.state() != Cycle.State.ENDED);
        return "forms/plan/goals";
    }

    @PostMapping("/cycles/{id}/goals")
    String addGoal(
            @PathVariable long id,
            Person person,
            @RequestParam(required = false) @Nullable String titleFi,
            @RequestParam(required = false) @Nullable String titleSv,
            Locale locale,
            RedirectAttributes next) {
        coordinator(visible(id, person), person);
        try {
            goals.add(new CycleId(id), titleFi, titleSv, null);
        } catch (InvalidInput invalid) {
            next.addFlashAttribute("problem", problems.of(invalid, locale).orElseThrow());
        }
        return "redirect:/cycles/" + id + "/goals";
    }

    /** Takes over the goals of the newest earlier year. */
    @PostMapping("/cycles/{id}/goals/carry")
    String carryGoals(@PathVariable long id, Person person) {
        coordinator(visible(id, person), person);
        carryOver.carry(new CycleId(id));
        return "redirect:/cycles/" + id + "/goals";
    }

    @PostMapping("/cycles/{id}/goals/{goal}/years")
    String changeYears(
            @PathVariable long id,
            @PathVariable long goal,
            @RequestParam Map<String, String> fields,
            Person person,
            Locale locale,
            RedirectAttributes next) {
        coordinator(visible(id, person), person);
        try {
            Given given = new Given(fields);
            Integer from = given.number("fromYear");
            Integer to = given.number("toYear");
            terms.change(new CycleId(id), new GoalId(goal), from == null ? 0 : from, to == null ? 0 : to);
        } catch (InvalidInput invalid) {
            next.addFlashAttribute("problem", problems.of(invalid, locale).orElseThrow());
        }
        return "redirect:/cycles/" + id + "/goals";
    }

    @PostMapping("/cycles/{id}/goals/{goal}/delete")
    String removeGoal(@PathVariable long id, @PathVariable long goal, Person person) {
        coordinator(visible(id, person), person);
        goals.remove(new CycleId(id), new GoalId(goal));
        return "redirect:/cycles/" + id + "/goals";
    }

    private Cycle visible(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }

    private static void coordinator(Cycle cycle, Person person) {
        if (!person.holds(Role.COORDINATOR, cycle.municipality())) {
            throw new Refused("problem.goal.coordinator");
        }
    }
}
