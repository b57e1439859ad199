package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.decision.Decisions;
import fi.hytekello.decision.Subject;
import fi.hytekello.indicator.LatestValues;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.plan.Chapters;
import fi.hytekello.plan.Concerns;
import fi.hytekello.plan.StartProposals;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** How the broad report of a year is prepared: its start, structure, joys and concerns, and what they became. */
@Controller
class BroadReportController {

    private final Cycles cycles;
    private final StartProposals proposals;
    private final Chapters chapters;
    private final Concerns concerns;
    private final Decisions decisions;
    private final LatestValues indicators;

    BroadReportController(
            Cycles cycles,
            StartProposals proposals,
            Chapters chapters,
            Concerns concerns,
            Decisions decisions,
            LatestValues indicators) {
        this.cycles = cycles;
        this.proposals = proposals;
        this.chapters = chapters;
        this.concerns = concerns;
        this.decisions = decisions;
        this.indicators = indicators;
    }

    @GetMapping("/cycles/{id}/broad")
    String show(@PathVariable long id, Person person, Model model) {
        Cycle cycle = visible(id, person);
        model.addAttribute("cycle", cycle);
        model.addAttribute("proposal", proposals.find(cycle.id()).orElse(null));
        model.addAttribute("chapters", chapters.of(cycle.id()));
        model.addAttribute("concerns", concerns.of(cycle.id()));
        model.addAttribute(
                "decided",
                decisions.of(cycle.id()).stream()
                        .filter(decision -> decision.subject() == Subject.BROAD_START)
                        .toList());
        model.addAttribute(
                "indicators",
                indicators.of(cycle.municipality()).stream()
                        .collect(Collectors.toMap(latest -> latest.indicator().id(), Function.identity())));
        model.addAttribute("mayMakeGoals", mayMakeGoals(cycle, person) && cycle.state() != Cycle.State.ENDED);
        return "forms/plan/broad";
    }

    @PostMapping("/cycles/{id}/broad/concerns/{concern}/goal")
    String makeGoal(@PathVariable long id, @PathVariable long concern, Person person, Locale locale) {
        Cycle cycle = visible(id, person);
        if (!mayMakeGoals(cycle, person)) {
            throw new Refused("problem.concern.refused");
        }
        concerns.makeGoal(cycle.id(), concern, locale);
        return "redirect:/cycles/" + id + "/broad#targets";
    }

    private static boolean mayMakeGoals(Cycle cycle, Person person) {
        return person.holds(Role.COORDINATOR, cycle.municipality())
                || person.holds(Role.WELLBEING_GROUP, cycle.municipality());
    }

    private Cycle visible(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }
}
