package fi.hytekello.indicator.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.indicator.IndicatorSet;
import fi.hytekello.indicator.IndicatorSets;
import fi.hytekello.indicator.OwnSets;
import fi.hytekello.indicator.SetChoices;
import fi.hytekello.indicator.Snapshots;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which indicators a year follows: its people read it, coordinator and administrator choose until the values are frozen. */
@Controller
@RequestMapping("/cycles/{cycleId}/indicator-set")
class IndicatorSetController {

    private final IndicatorSets sets;
    private final SetChoices choices;
    private final OwnSets own;
    private final Snapshots snapshots;
    private final Cycles cycles;
    private final ProblemTexts problems;

    IndicatorSetController(
            IndicatorSets sets,
            SetChoices choices,
            OwnSets own,
            Snapshots snapshots,
            Cycles cycles,
            ProblemTexts problems) {
        this.sets = sets;
        this.choices = choices;
        this.own = own;
        this.snapshots = snapshots;
        this.cycles = cycles;
        this.problems = problems;
    }

    @GetMapping
    String show(@PathVariable long cycleId, Person person, Model model) {
        Cycle cycle = cycles.get(new CycleId(cycleId));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        boolean frozen = snapshots.frozenAt(cycle.id()).isPresent();
        model.addAttribute("cycle", cycle);
        model.addAttribute("frozen", frozen);
        model.addAttribute("editable", !frozen && MunicipalitySettings.mayBeChangedBy(person, cycle.municipality()));
        model.addAttribute(
                "chosen", sets.chosen(cycle.id()).stream().map(IndicatorSet::id).collect(Collectors.toSet()));
        model.addAttribute("sets", frozen ? sets.chosen(cycle.id()) : sets.choices(cycle.id()));
        model.addAttribute("members", sets.members(cycle.id()));
        model.addAttribute("catalogue", own.choices(cycle.municipality()));
        return "forms/indicator/indicator-set";
    }

    @PostMapping
    String choose(
            @PathVariable long cycleId,
            Person person,
            @RequestParam(defaultValue = "") List<Long> sets,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        return changed(
                cycleId,
                "#sets",
                person,
                locale,
                response,
                model,
                () -> choices.choose(new CycleId(cycleId), sets, person));
    }

    @PostMapping("/left-out/{indicator}")
    String leaveOut(
            @PathVariable long cycleId,
            @PathVariable int indicator,
            Person person,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("given", Map.of(indicator, reason));
        return changed(
                cycleId,
                "#indicator-" + indicator,
                person,
                locale,
                response,
                model,
                () -> choices.leaveOut(new CycleId(cycleId), indicator, reason, person));
    }

    @PostMapping("/left-out/{indicator}/remove")
    String takeBack(@PathVariable long cycleId, @PathVariable int indicator, Person person) {
        choices.takeBack(new CycleId(cycleId), indicator, person);
        return back(cycleId, "#indicator-" + indicator);
    }

    @PostMapping("/own")
    String add(
            @PathVariable long cycleId,
            Person person,
            @RequestParam(defaultValue = "") String addedIndicator,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("added", addedIndicator);
        return changed(
                cycleId,
                "#own",
                person,
                locale,
                response,
                model,
                () -> own.add(new CycleId(cycleId), addedIndicator, person));
    }

    @PostMapping("/own/{indicator}/remove")
    String remove(@PathVariable long cycleId, @PathVariable int indicator, Person person) {
        own.remove(new CycleId(cycleId), indicator, person);
        return back(cycleId, "#own");
    }

    private String changed(
            long cycleId,
            String place,
            Person person,
            Locale locale,
            HttpServletResponse response,
            Model model,
            Runnable change) {
        try {
            change.run();
        } catch (InvalidInput invalid) {
            ProblemTexts.Text problem = problems.of(invalid, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return show(cycleId, person, model);
        }
        return back(cycleId, place);
    }

    private static String back(long cycleId, String place) {
        return "redirect:/cycles/" + cycleId + "/indicator-set" + place;
    }
}
