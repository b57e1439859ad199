package fi.hytekello.waiting.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.waiting.WhyWaiting;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Why a year waits, for everybody in its municipality. */
@Controller
class WaitingPage {

    private final Cycles cycles;
    private final WhyWaiting waiting;
    private final WaitingWords words;

    WaitingPage(Cycles cycles, WhyWaiting waiting, WaitingWords words) {
        this.cycles = cycles;
        this.waiting = waiting;
        this.words = words;
    }

    @GetMapping("/cycles/{id}/waiting")
    String show(@PathVariable long id, Person person, Locale locale, Model model) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        WhyWaiting.Why why = waiting.of(cycle);
        model.addAttribute("cycle", cycle);
        model.addAttribute("why", why);
        model.addAttribute("words", words.of(why, cycle.municipality(), locale));
        model.addAttribute("person", person);
        model.addAttribute("administrator", person.holds(Role.ADMIN, cycle.municipality()));
        return "templates/waiting";
    }
}
