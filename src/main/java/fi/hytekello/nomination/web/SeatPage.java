package fi.hytekello.nomination.web;

import fi.hytekello.body.BodyId;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.SeatOpenings;
import fi.hytekello.nomination.SeatOpenings.Seat;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member leaves within the term: the coordinator asks the organisation for that one seat. */
@Controller
class SeatPage {

    private final SeatOpenings openings;
    private final ProblemTexts problems;

    SeatPage(SeatOpenings openings, ProblemTexts problems) {
        this.openings = openings;
        this.problems = problems;
    }

    @GetMapping("/nominations/{tenant}/bodies/{body}/members/{member}")
    String show(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long body,
            @PathVariable long member,
            Person person,
            Model model) {
        Seat seat = openings.seat(tenant, new BodyId(body), member, person);
        return page(seat, Map.of("version", Integer.toString(seat.member().version())), model);
    }

    @PostMapping("/nominations/{tenant}/bodies/{body}/members/{member}")
    String ask(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long body,
            @PathVariable long member,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Seat seat = openings.seat(tenant, new BodyId(body), member, person);
        FormFields fields = new FormFields(form);
        try {
            RequestId request = openings.ask(
                    seat, fields.requiredDate("leftOn"), fields.requiredDate("newDueOn"), fields.version(), person);
            next.addFlashAttribute("done", "seatOpened");
            return "redirect:/nomination-requests/" + request;
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(seat, form, model);
        }
    }

    private static String page(Seat seat, Map<String, String> form, Model model) {
        model.addAttribute("seat", seat);
        model.addAttribute("form", form);
        return "forms/nomination/seat";
    }
}
