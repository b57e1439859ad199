package fi.hytekello.plan.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.Confirmations;
import fi.hytekello.plan.DepartmentProposals;
import fi.hytekello.plan.Goals;
import fi.hytekello.plan.Measure;
import fi.hytekello.plan.MeasureHistory;
import fi.hytekello.plan.MeasureId;
import fi.hytekello.plan.Measures;
import fi.hytekello.plan.ProposalState;
import fi.hytekello.plan.Proposals;
import fi.hytekello.plan.Responsibilities;
import fi.hytekello.platform.problem.NotFound;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The year's measures with those who answer for them, and each measure's history. */
@Controller
class MeasureController {

    private final Cycles cycles;
    private final Municipalities municipalities;
    private final Measures measures;
    private final Proposals proposals;
    private final ReadableProposals readable;
    private final Goals goals;
    private final Responsibilities responsibilities;
    private final Confirmations confirmations;
    private final MeasureHistory history;
    private final HistoryTexts texts;

    MeasureController(
            Cycles cycles,
            Municipalities municipalities,
            Measures measures,
            Proposals proposals,
            ReadableProposals readable,
            Goals goals,
            Responsibilities responsibilities,
            Confirmations confirmations,
            MeasureHistory history,
            HistoryTexts texts) {
        this.cycles = cycles;
        this.municipalities = municipalities;
        this.measures = measures;
        this.proposals = proposals;
        this.readable = readable;
        this.goals = goals;
        this.responsibilities = responsibilities;
        this.confirmations = confirmations;
        this.history = history;
        this.texts = texts;
    }

    @GetMapping("/cycles/{id}/measures")
    String list(@PathVariable long id, Person person, Model model) {
        Cycle cycle = visible(id, person);
        List<DepartmentProposals> departments = readable.of(cycle, person);
        model.addAttribute("cycle", cycle);
        model.addAttribute("departments", departments);
        model.addAttribute("goals", goals.list(cycle.id()));
        model.addAttribute("parts", responsibilities.of(cycle.id()));
        model.addAttribute(
                "takeable",
                departments.stream()
                        .filter(department -> department.state() == ProposalState.CONFIRMING)
                        .map(DepartmentProposals::department)
                        .filter(department -> confirmations.mayTakeBack(cycle, department, person))
                        .toList());
        return "forms/plan/measures";
    }

    @GetMapping("/cycles/{id}/measures/{measure}")
    String show(@PathVariable long id, @PathVariable long measure, Person person, Locale locale, Model model) {
        Cycle cycle = visible(id, person);
        Measure found = measures.get(new MeasureId(measure));
        if (!found.cycle().equals(cycle.id()) || !readable.mayRead(cycle, departmentOf(found), person)) {
            throw new NotFound("problem.measure.unknown");
        }
        model.addAttribute("cycle", cycle);
        model.addAttribute("measure", found);
        model.addAttribute("goals", goals.list(cycle.id()));
        model.addAttribute("parts", responsibilities.of(cycle.id()));
        model.addAttribute("history", texts.of(found.cycle(), history.of(found), locale));
        return "forms/plan/measure";
    }

    @PostMapping("/cycles/{id}/measures/take-back/{department}")
    String takeBack(@PathVariable long id, @PathVariable String department, Person person) {
        Cycle cycle = visible(id, person);
        DepartmentCode code = municipalities.departments(cycle.municipality()).stream()
                .map(known -> known.code())
                .filter(known -> known.value().equals(department))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.measure.unknown"));
        confirmations.takeBack(cycle.id(), code, person);
        return "redirect:/cycles/" + id + "/measures";
    }

    private DepartmentProposals departmentOf(Measure measure) {
        return proposals.of(measure.cycle(), measure.department());
    }

    private Cycle visible(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }
}
