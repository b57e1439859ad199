package fi.hytekello.statement.web;

import fi.hytekello.calendar.Finland;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.statement.Parties;
import fi.hytekello.statement.PartyDraft;
import fi.hytekello.statement.PartyKind;
import java.time.Clock;
import java.time.LocalDate;
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

/** The register of those who give statements: everybody of the municipality reads it, the coordinator keeps it. */
@Controller
class PartiesPage {

    private final Parties parties;
    private final ProblemTexts problems;
    private final Clock clock;

    PartiesPage(Parties parties, ProblemTexts problems, Clock clock) {
        this.parties = parties;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/statement-parties/{municipality}")
    String list(@PathVariable MunicipalityCode municipality, Person person, Model model) {
        return page(visible(municipality, person), person, model);
    }

    @PostMapping("/statement-parties/{municipality}")
    String add(
            @PathVariable MunicipalityCode municipality,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        return change(municipality, 0, form, person, locale, model, next);
    }

    /** @param id 0 for a new one */
    @PostMapping("/statement-parties/{municipality}/{id}")
    String change(
            @PathVariable MunicipalityCode municipality,
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        visible(municipality, person);
        if (!person.holds(Role.COORDINATOR, municipality)) {
            throw new Refused("problem.party.coordinator");
        }
        try {
            PartyDraft draft = draft(form);
            if (id == 0) {
                parties.add(municipality, draft);
            } else {
                parties.change(municipality, id, draft, TaskPages.number(form, "version"));
            }
        } catch (InvalidInput | Conflict refused) {
            model.addAttribute("problem", problems.of(refused, locale).orElseThrow());
            model.addAttribute("typed", form);
            model.addAttribute("typedId", id);
            return page(municipality, person, model);
        }
        next.addFlashAttribute("saved", true);
        return "redirect:/statement-parties/" + municipality;
    }

    private String page(MunicipalityCode municipality, Person person, Model model) {
        LocalDate today = LocalDate.now(clock.withZone(Finland.ZONE));
        model.addAttribute("municipality", municipality);
        model.addAttribute("parties", parties.of(municipality));
        model.addAttribute("today", today);
        model.addAttribute("kinds", PartyKind.values());
        model.addAttribute("editable", person.holds(Role.COORDINATOR, municipality));
        return "forms/statement/parties";
    }

    private static MunicipalityCode visible(MunicipalityCode municipality, Person person) {
        if (!person.belongsTo(municipality)) {
            throw new NotFound("problem.party.unknown");
        }
        return municipality;
    }

    private static PartyDraft draft(Map<String, String> form) {
        LocalDate from = TaskPages.date(form, "validFrom");
        if (from == null) {
            throw new InvalidInput("validFrom", "problem.answer.missing");
        }
        return new PartyDraft(
                List.of(PartyKind.values()).stream()
                        .filter(kind -> kind.name().equals(form.get("kind")))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput("kind", "problem.answer.missing")),
                form.getOrDefault("nameFi", ""),
                form.getOrDefault("nameSv", ""),
                form.getOrDefault("email", ""),
                "sv".equals(form.get("language")) ? Languages.SWEDISH : Languages.FINNISH,
                form.getOrDefault("basicTasks", ""),
                from,
                TaskPages.date(form, "validUntil"));
    }
}
