package fi.hytekello.absence.web;

import fi.hytekello.absence.Absence;
import fi.hytekello.absence.AbsenceId;
import fi.hytekello.absence.Absences;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.People;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.Names;
import fi.hytekello.platform.web.ProblemTexts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Each person's own absences, and those of a municipality for its coordinator and administrator. */
@Controller
class AbsencePages {

    private final Absences absences;
    private final AbsenceRows rows;
    private final People people;
    private final Names names;
    private final ProblemTexts problems;

    AbsencePages(Absences absences, AbsenceRows rows, People people, Names names, ProblemTexts problems) {
        this.absences = absences;
        this.rows = rows;
        this.people = people;
        this.names = names;
        this.problems = problems;
    }

    @GetMapping("/absences")
    String own(Person person, Locale locale, Model model) {
        return page(null, person, locale, model);
    }

    @GetMapping("/absences/of/{municipality}")
    String kept(@PathVariable MunicipalityCode municipality, Person person, Locale locale, Model model) {
        return page(municipality, person, locale, model);
    }

    /** The absence of the person, in all municipalities at once, or of somebody else in one. */
    @PostMapping("/absences")
    String set(
            @RequestParam Map<String, String> fields,
            Person person,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        AbsenceForm form = new AbsenceForm(fields);
        MunicipalityCode kept = form.kept();
        return changing(form, "new", person, locale, model, next, () -> {
            if (kept != null) {
                absences.set(List.of(form.draft(form.absentee(), kept)), person);
            } else {
                absences.set(
                        person.inOwnRight().municipalities().stream()
                                .map(municipality -> form.draft(person.username(), municipality))
                                .toList(),
                        person);
            }
        });
    }

    @PostMapping("/absences/{id}")
    String change(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            Person person,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        AbsenceForm form = new AbsenceForm(fields);
        Absence absence = absences.get(new AbsenceId(id), person);
        return changing(
                form,
                Long.toString(id),
                person,
                locale,
                model,
                next,
                () -> absences.change(
                        absence.id(),
                        form.firstDay(),
                        form.lastDay(),
                        form.deputy(absence.municipality()),
                        form.version(),
                        person));
    }

    @PostMapping("/absences/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            Person person,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        AbsenceForm form = new AbsenceForm(fields);
        return changing(
                form,
                Long.toString(id),
                person,
                locale,
                model,
                next,
                () -> absences.end(new AbsenceId(id), form.version(), person));
    }

    private String changing(
            AbsenceForm form,
            String name,
            Person person,
            Locale locale,
            Model model,
            RedirectAttributes next,
            Runnable change) {
        MunicipalityCode kept = form.kept();
        try {
            change.run();
        } catch (InvalidInput | Conflict refused) {
            model.addAttribute("problem", problems.of(refused, locale).orElseThrow());
            model.addAttribute("typed", form.fields());
            model.addAttribute("typedForm", refused instanceof Conflict ? "" : name);
            return page(kept, person, locale, model);
        }
        next.addFlashAttribute("saved", true);
        return "redirect:/absences" + (kept == null ? "" : "/of/" + kept);
    }

    /** @param kept the municipality whose absences are shown, null for the person's own */
    private String page(@Nullable MunicipalityCode kept, Person person, Locale locale, Model model) {
        if (kept != null && !Absences.mayKeep(person, kept)) {
            throw new NotFound("problem.absence.unknown");
        }
        List<MunicipalityCode> places = kept == null ? person.inOwnRight().municipalities() : List.of(kept);
        List<Person> known = people.of(places);
        List<Absence> shown = kept == null ? absences.of(person.username()) : absences.of(kept);
        model.addAttribute("kept", kept);
        model.addAttribute("person", person);
        model.addAttribute("places", places);
        model.addAttribute("people", known);
        model.addAttribute("rows", rows.of(shown, known, locale));
        model.addAttribute("deputised", rows.of(absences.deputised(person.username()), known, locale));
        model.addAttribute(
                "keeps",
                person.municipalities().stream()
                        .filter(municipality -> Absences.mayKeep(person, municipality))
                        .toList());
        if (kept == null) {
            return "forms/absence/own";
        }
        model.addAttribute("name", names.municipality(kept, locale));
        return "forms/absence/municipality";
    }
}
