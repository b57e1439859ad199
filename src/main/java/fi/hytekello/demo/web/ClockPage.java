package fi.hytekello.demo.web;

import fi.hytekello.demo.DemoClock;
import fi.hytekello.demo.DemoOn;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.Timers;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The demo's clock, to be moved; the timers that wait for it. */
@Controller
@Conditional(DemoOn.class)
class ClockPage {

    private static final int SHOWN = 12;

    private final DemoClock clock;
    private final Timers timers;

    ClockPage(DemoClock clock, Timers timers) {
        this.clock = clock;
        this.timers = timers;
    }

    @GetMapping("/demo")
    String show(Person person, Model model) {
        model.addAttribute("now", clock.now());
        model.addAttribute("ahead", clock.offset().toDays());
        model.addAttribute("timers", timers.next(municipalities(person), SHOWN));
        return "demo/clock";
    }

    @PostMapping("/demo/clock/day")
    String oneDay() {
        clock.move(Duration.ofDays(1));
        return "redirect:/demo";
    }

    /** One timer at a time: of a row of reminders that a longer jump passes, only the last would be sent. */
    @PostMapping("/demo/clock/next")
    String toTheNextTimer(Person person) {
        timers.next(municipalities(person), 1).forEach(timer -> clock.moveTo(timer.due()));
        return "redirect:/demo";
    }

    private static List<String> municipalities(Person person) {
        return person.municipalities().stream().map(MunicipalityCode::value).toList();
    }
}
