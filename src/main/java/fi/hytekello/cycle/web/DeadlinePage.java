package fi.hytekello.cycle.web;

import fi.hytekello.cycle.CalendarEffect;
import fi.hytekello.cycle.CalendarShift;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.cycle.DeadlineChange;
import fi.hytekello.cycle.DeadlineChanges;
import fi.hytekello.cycle.NewDates;
import fi.hytekello.municipality.Person;
import fi.hytekello.notification.DeadlineNotices;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The deadlines of a year under way: for all to read with their changes, for the coordinator to change. */
@Controller
class DeadlinePage {

    private static final int DAYS_OF_WEEK = 7;

    private final Cycles cycles;
    private final DeadlineChanges changes;
    private final DeadlineForm form;
    private final DeadlinePreview preview;
    private final DeadlineNotices notices;
    private final ProblemTexts problems;

    DeadlinePage(
            Cycles cycles,
            DeadlineChanges changes,
            DeadlineForm form,
            DeadlinePreview preview,
            DeadlineNotices notices,
            ProblemTexts problems) {
        this.cycles = cycles;
        this.changes = changes;
        this.form = form;
        this.preview = preview;
        this.notices = notices;
        this.problems = problems;
    }

    @GetMapping("/cycles/{id}/calendar")
    String show(@PathVariable long id, Person person, Locale locale, Model model) {
        form.fill(visible(id, person), person, Map.of(), locale, model);
        return "forms/cycle/deadlines";
    }

    /** Who comes back to a preview later finds the calendar as it is. */
    @GetMapping({"/cycles/{id}/calendar/preview", "/cycles/{id}/calendar/shift", "/cycles/{id}/calendar/edit"})
    String again(@PathVariable long id) {
        return "redirect:/cycles/" + id + "/calendar";
    }

    @PostMapping("/cycles/{id}/calendar/preview")
    String preview(
            @PathVariable long id,
            Person person,
            @RequestParam Map<String, String> given,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Cycle cycle = visible(id, person);
        try {
            return previewed(cycle, DateFields.read(given), List.of(), given, person, locale, model);
        } catch (InvalidInput | Conflict refused) {
            return refused(cycle, person, given, problems.of(refused, locale).orElseThrow(), locale, response, model);
        }
    }

    @PostMapping("/cycles/{id}/calendar/shift")
    String shift(
            @PathVariable long id,
            Person person,
            @RequestParam Map<String, String> given,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Cycle cycle = visible(id, person);
        try {
            CalendarShift shift = changes.shift(cycle.id(), days(given));
            return previewed(cycle, shift.dates(), shift.stay(), given, person, locale, model);
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text told = problems.of(refused, locale).orElseThrow();
            model.addAttribute("shifting", true);
            return refused(cycle, person, given, ofShift(told), locale, response, model);
        }
    }

    /** Back from the preview with all that was given. */
    @PostMapping("/cycles/{id}/calendar/edit")
    String edit(
            @PathVariable long id, Person person, @RequestParam Map<String, String> given, Locale locale, Model model) {
        form.fill(visible(id, person), person, given, locale, model);
        return "forms/cycle/deadlines";
    }

    @PostMapping("/cycles/{id}/calendar")
    String change(
            @PathVariable long id,
            Person person,
            @RequestParam Map<String, String> given,
            Locale locale,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Cycle cycle = visible(id, person);
        try {
            CalendarEffect effect = changes.change(
                    cycle.id(), DateFields.read(given), given.get("reason"), DeadlineForm.version(given), person);
            next.addFlashAttribute(
                    "told",
                    notices.toBeTold(cycle, DeadlineChange.Cause.CALENDAR, effect.tasks())
                            .size());
            return "redirect:/cycles/" + id + "/calendar";
        } catch (InvalidInput | Conflict refused) {
            return refused(cycle, person, given, problems.of(refused, locale).orElseThrow(), locale, response, model);
        }
    }

    private String previewed(
            Cycle cycle,
            NewDates dates,
            List<CalendarShift.Stay> stay,
            Map<String, String> given,
            Person person,
            Locale locale,
            Model model) {
        CalendarEffect effect =
                changes.preview(cycle.id(), dates, given.get("reason"), DeadlineForm.version(given), person);
        preview.fill(cycle, effect, stay, given, locale, model);
        return "forms/cycle/deadlines-preview";
    }

    /** The form again, with the reason for the refusal and all that was given. */
    private String refused(
            Cycle cycle,
            Person person,
            Map<String, String> given,
            ProblemTexts.Text problem,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        response.setStatus(problem.status());
        model.addAttribute("problem", problem);
        form.fill(cycle, person, given, locale, model);
        return "forms/cycle/deadlines";
    }

    private static ProblemTexts.Text ofShift(ProblemTexts.Text told) {
        return told.field().equals("reason")
                ? new ProblemTexts.Text(told.status(), told.message(), "shiftReason")
                : told;
    }

    private static int days(Map<String, String> given) {
        try {
            int amount = Integer.parseInt(given.getOrDefault("shift", "").strip());
            return Math.multiplyExact(amount, "WEEKS".equals(given.get("shiftUnit")) ? DAYS_OF_WEEK : 1);
        } catch (NumberFormatException | ArithmeticException malformed) {
            return 0;
        }
    }

    private Cycle visible(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }
}
