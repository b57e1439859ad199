package fi.hytekello.municipality.web;

import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.MunicipalitySettings;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Settings;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settings of a municipality: its people read them, its coordinator and administrator change them. */
@Controller
@RequestMapping("/municipalities/{municipality}/settings")
class SettingsPage {

    private final MunicipalitySettings settings;
    private final ProblemTexts problems;

    SettingsPage(MunicipalitySettings settings, ProblemTexts problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @GetMapping
    String show(@PathVariable MunicipalityCode municipality, Person person, Model model) {
        requireMember(municipality, person);
        Settings now = settings.of(municipality);
        return page(municipality, person, now.version(), SettingsForm.of(now), model);
    }

    @PostMapping
    String save(
            @PathVariable MunicipalityCode municipality,
            Person person,
            @RequestParam Map<String, String> sent,
            Locale locale,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        requireMember(municipality, person);
        SettingsForm form = new SettingsForm(sent);
        try {
            settings.change(municipality, form.settings(), person);
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            int seen = form.version();
            if (refused instanceof Conflict) {
                Settings now = settings.of(municipality);
                model.addAttribute("newer", form.differences(now));
                seen = now.version();
            }
            return page(municipality, person, seen, form.values(), model);
        }
        next.addFlashAttribute("saved", true);
        return "redirect:/municipalities/" + municipality + "/settings";
    }

    /** @param seen version that a save from this page would replace */
    private static String page(
            MunicipalityCode municipality, Person person, int seen, Map<String, String> values, Model model) {
        model.addAttribute("municipality", municipality);
        model.addAttribute("editable", MunicipalitySettings.mayBeChangedBy(person, municipality));
        model.addAttribute("version", seen);
        model.addAttribute("values", values);
        return "templates/settings";
    }

    private static void requireMember(MunicipalityCode municipality, Person person) {
        if (!person.belongsTo(municipality)) {
            throw new NotFound("problem.municipality.unknown", municipality.value());
        }
    }
}
