package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.indicator.Indicators;
import fi.hytekello.indicator.SnapshotValue;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.FollowedMeasure;
import fi.hytekello.plan.Goal;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.LateReporter;
import fi.hytekello.plan.MeasureLight;
import fi.hytekello.plan.PlanFollowUps;
import fi.hytekello.plan.PlanScope;
import fi.hytekello.plan.PopulationGroup;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.web.Export;
import fi.hytekello.platform.web.Exports;
import fi.hytekello.platform.web.Names;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan in follow-up: from the reconciliation to the measures' end. Before that, people look at the proposals. */
@Controller
class PlanPageController {

    private final Cycles cycles;
    private final Goals goals;
    private final Indicators indicators;
    private final PlanFollowUps followUps;
    private final Names names;
    private final Exports exports;

    PlanPageController(
            Cycles cycles, Goals goals, Indicators indicators, PlanFollowUps followUps, Names names, Exports exports) {
        this.cycles = cycles;
        this.goals = goals;
        this.indicators = indicators;
        this.followUps = followUps;
        this.names = names;
        this.exports = exports;
    }

    @GetMapping("/cycles/{id}/plan")
    String show(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            Person person,
            Locale locale,
            Model model) {
        Cycle cycle = visible(id, person);
        PlanFilter filter = PlanFilter.of(fields);
        List<FollowedMeasure> plan = followUps.of(cycle);
        model.addAttribute("cycle", cycle);
        model.addAttribute("filter", filter);
        model.addAttribute("departments", names.departments(cycle.municipality()));
        model.addAttribute("owners", PlanOwners.choices(plan, locale));
        model.addAttribute("lights", MeasureLight.values());
        model.addAttribute("populationGroups", PopulationGroup.values());
        model.addAttribute("scopes", PlanScope.values());
        model.addAttribute("empty", plan.isEmpty());
        model.addAttribute("plan", view(cycle, plan, filter));
        if (followUps.maySeeLate(cycle, person)) {
            model.addAttribute("late", followUps.late(cycle, plan, person));
        }
        return "forms/plan/plan";
    }

    @GetMapping("/cycles/{id}/plan.{format:xlsx|csv}")
    ResponseEntity<byte[]> file(
            @PathVariable long id,
            @PathVariable String format,
            @RequestParam Map<String, String> fields,
            Person person,
            Locale locale) {
        Cycle cycle = visible(id, person);
        PlanView view = view(cycle, followUps.of(cycle), PlanFilter.of(fields));
        return PlanExports.plan(exports.of(cycle.municipality(), cycle.year(), "plan.follow.title", locale), view)
                .as(format);
    }

    @GetMapping("/cycles/{id}/plan/late.{format:xlsx|csv}")
    ResponseEntity<byte[]> late(@PathVariable long id, @PathVariable String format, Person person, Locale locale) {
        Cycle cycle = visible(id, person);
        if (!followUps.maySeeLate(cycle, person)) {
            throw new Refused("problem.plan.late");
        }
        Export export = exports.of(cycle.municipality(), cycle.year(), "plan.late.title", locale);
        List<LateReporter> late = followUps.late(cycle, followUps.of(cycle), person);
        return PlanExports.late(export, late).as(format);
    }

    private PlanView view(Cycle cycle, List<FollowedMeasure> plan, PlanFilter filter) {
        List<Goal> all = goals.list(cycle.id());
        Map<Integer, SnapshotValue> known = indicators.newest(
                cycle.municipality(),
                all.stream()
                        .map(goal -> goal.content().indicator())
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .distinct()
                        .toList());
        return PlanView.of(all, known, plan.stream().filter(filter::shows).toList(), filter.isOpen());
    }

    private Cycle visible(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }
}
