package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.ImpactAssessments;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.Measures;
import fi.hytekello.platform.problem.NotFound;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The assessments of a year, for everybody of the municipality to read. */
@Controller
class ImpactReadController {

    private final Cycles cycles;
    private final Measures measures;
    private final ImpactAssessments impacts;

    ImpactReadController(Cycles cycles, Measures measures, ImpactAssessments impacts) {
        this.cycles = cycles;
        this.measures = measures;
        this.impacts = impacts;
    }

    @GetMapping("/cycles/{id}/impact-assessments")
    String list(@PathVariable long id, Person person, Model model) {
        Cycle cycle = visible(id, person);
        List<Measure> all = measures.of(cycle.id());
        model.addAttribute("cycle", cycle);
        model.addAttribute("measures", all);
        model.addAttribute("impacts", impacts.of(all));
        return "forms/plan/impact-list";
    }

    @GetMapping("/cycles/{id}/measures/{measure}/impact")
    String read(@PathVariable long id, @PathVariable long measure, Person person, Model model) {
        Cycle cycle = visible(id, person);
        Measure found = measures.of(cycle.id()).stream()
                .filter(known -> known.id().value() == measure)
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.measure.unknown"));
        model.addAttribute("cycle", cycle);
        model.addAttribute("measure", found);
        model.addAttribute("impact", impacts.of(found));
        return "forms/plan/impact-view";
    }

    private Cycle visible(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }
}
