package fi.hytekello.demo.web;

import fi.hytekello.demo.DemoClock;
import fi.hytekello.demo.DemoOn;
import fi.hytekello.demo.DemoPeople;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.notification.MailOutage;
import fi.hytekello.notification.WaitingMails;
import fi.hytekello.platform.Timers;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
    private final WaitingMails mails;
    private final Municipalities municipalities;
    private final MailOutage outage;

    ClockPage(DemoClock clock, Timers timers, WaitingMails mails, Municipalities municipalities, MailOutage outage) {
        this.clock = clock;
        this.timers = timers;
        this.mails = mails;
        this.municipalities = municipalities;
        this.outage = outage;
    }

    @GetMapping("/demo")
    String show(Model model) {
        model.addAttribute("now", clock.now());
        model.addAttribute("waitingSince", outage.waitingSince().orElse(null));
        model.addAttribute("ahead", clock.offset().toDays());
        model.addAttribute("timers", timers.next(everywhere(), SHOWN));
        model.addAttribute("departures", mails.after(clock.now(), SHOWN));
        return "demo/clock";
    }

    @PostMapping("/demo/clock/day")
    String oneDay() {
        clock.move(Duration.ofDays(1));
        return "redirect:/demo";
    }

    /**
     * To the next timer or waiting mail, whichever comes first. One at a time: of a row of reminders that a longer jump
     * passes, only the last would be sent.
     */
    @PostMapping("/demo/clock/next")
    String toTheNextTimer() {
        Stream.concat(
                        timers.next(everywhere(), 1).stream().map(Timers.Timer::due),
                        mails.after(clock.now(), 1).stream().map(WaitingMails.Departure::at))
                .min(Comparator.naturalOrder())
                .ifPresent(clock::moveTo);
        return "redirect:/demo";
    }

    /** The clock is one for all of the demo, so everybody sees the timers of all. */
    private List<String> everywhere() {
        return Stream.concat(
                        municipalities.ofCounty(DemoPeople.COUNTY).stream().map(Municipality::code),
                        Stream.of(DemoPeople.COUNCIL))
                .map(MunicipalityCode::value)
                .toList();
    }
}
