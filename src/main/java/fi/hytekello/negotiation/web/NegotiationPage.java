package fi.hytekello.negotiation.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.YearClock;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.negotiation.Heading;
import fi.hytekello.negotiation.Negotiations;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.web.ProblemTexts;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was negotiated and what became of it, to be followed also when the year has ended. */
@Controller
class NegotiationPage {

    private final Cycles cycles;
    private final Negotiations negotiations;
    private final YearClock yearClock;
    private final ProblemTexts problems;

    NegotiationPage(Cycles cycles, Negotiations negotiations, YearClock yearClock, ProblemTexts problems) {
        this.cycles = cycles;
        this.negotiations = negotiations;
        this.yearClock = yearClock;
        this.problems = problems;
    }

    @GetMapping("/cycles/{id}/negotiation")
    String show(@PathVariable long id, Person person, Model model) {
        Cycle cycle = visible(id, person);
        model.addAttribute("cycle", cycle);
        model.addAttribute("headings", Heading.values());
        model.addAttribute("negotiation", negotiations.find(cycle.id()).orElse(null));
        model.addAttribute("today", yearClock.today());
        model.addAttribute("editable", person.holds(Role.COORDINATOR, cycle.municipality()));
        return "forms/negotiation/negotiation-page";
    }

    @PostMapping("/cycles/{id}/negotiation/actions/{action}")
    String settle(
            @PathVariable long id,
            @PathVariable long action,
            Person person,
            @RequestParam Map<String, String> fields,
            Locale locale,
            RedirectAttributes next) {
        Cycle cycle = visible(id, person);
        if (!person.holds(Role.COORDINATOR, cycle.municipality())) {
            throw new Refused("problem.negotiation.coordinator");
        }
        NegotiationForm form = new NegotiationForm(fields);
        try {
            negotiations.settleAction(cycle.id(), action, form.has("done"), form.text("reason", 1000), form.version());
        } catch (InvalidInput | Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return "redirect:/cycles/" + id + "/negotiation#action-" + action;
    }

    private Cycle visible(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }
}
