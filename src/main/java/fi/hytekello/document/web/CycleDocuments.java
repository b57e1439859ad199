package fi.hytekello.document.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.document.CountyDeliveries;
import fi.hytekello.document.Document;
import fi.hytekello.document.DocumentAssembly;
import fi.hytekello.document.DocumentKind;
import fi.hytekello.document.DocumentRenderer;
import fi.hytekello.document.Format;
import fi.hytekello.document.PublishedDocuments;
import fi.hytekello.municipality.Counties;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.web.ProblemTexts;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The documents of a cycle for its municipality: drafts, what is published, what the county was sent. */
@Controller
class CycleDocuments {

    private final Cycles cycles;
    private final DocumentAssembly assembly;
    private final DocumentRenderer renderer;
    private final PublishedDocuments published;
    private final CountyDeliveries deliveries;
    private final Counties counties;
    private final ProblemTexts problems;

    CycleDocuments(
            Cycles cycles,
            DocumentAssembly assembly,
            DocumentRenderer renderer,
            PublishedDocuments published,
            CountyDeliveries deliveries,
            Counties counties,
            ProblemTexts problems) {
        this.cycles = cycles;
        this.assembly = assembly;
        this.renderer = renderer;
        this.published = published;
        this.deliveries = deliveries;
        this.counties = counties;
        this.problems = problems;
    }

    @GetMapping("/cycles/{cycleId}/documents")
    String show(@PathVariable long cycleId, Person person, Model model) {
        Cycle cycle = own(cycleId, person);
        model.addAttribute("cycle", cycle);
        model.addAttribute("drafts", assembly.available(cycle.id()));
        model.addAttribute("published", Releases.of(published.of(cycle.id())));
        model.addAttribute("deliveries", deliveries.of(cycle.id()));
        model.addAttribute("county", counties.of(cycle.municipality()).orElse(null));
        model.addAttribute("coordinator", person.holds(Role.COORDINATOR, cycle.municipality()));
        return "templates/documents";
    }

    /** The document as it would be published now, marked as a draft. */
    @GetMapping("/cycles/{cycleId}/documents/{file:[a-z-]+\\.(?:fi|sv)\\.(?:html|pdf|docx)}")
    ResponseEntity<byte[]> draft(@PathVariable long cycleId, @PathVariable String file, Person person) {
        Cycle cycle = own(cycleId, person);
        String[] parts = file.split("\\.", -1);
        DocumentKind kind = DocumentKind.ofSlug(parts[0]).orElseThrow(CycleDocuments::unknown);
        Format format = Format.ofExtension(parts[2]).orElseThrow(CycleDocuments::unknown);
        Locale language = parts[1].equals("sv") ? Languages.SWEDISH : Languages.FINNISH;
        Document document = assembly.assemble(cycle.id(), kind, language, true);
        return DocumentResponse.of(format, "draft-" + file)
                .cacheControl(CacheControl.noStore())
                .body(renderer.render(document, format));
    }

    @PostMapping("/cycles/{cycleId}/county-address")
    String correctAddress(
            @PathVariable long cycleId,
            @RequestParam(defaultValue = "") String countyEmail,
            Person person,
            Locale locale,
            RedirectAttributes next) {
        Cycle cycle = coordinated(cycleId, person);
        try {
            deliveries.writeTo(cycle.id(), countyEmail);
        } catch (InvalidInput invalid) {
            next.addFlashAttribute("problem", problems.of(invalid, locale).orElseThrow());
            next.addFlashAttribute("typed", countyEmail);
        }
        return "redirect:/cycles/" + cycle.id() + "/documents#county";
    }

    @PostMapping("/cycles/{cycleId}/deliveries/{delivery}/again")
    String again(@PathVariable long cycleId, @PathVariable UUID delivery, Person person) {
        Cycle cycle = coordinated(cycleId, person);
        deliveries.again(cycle.id(), delivery, person.username());
        return "redirect:/cycles/" + cycle.id() + "/documents#deliveries";
    }

    private Cycle own(long id, Person person) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        return cycle;
    }

    private Cycle coordinated(long id, Person person) {
        Cycle cycle = own(id, person);
        if (!person.holds(Role.COORDINATOR, cycle.municipality())) {
            throw new Refused("problem.delivery.coordinator");
        }
        return cycle;
    }

    private static NotFound unknown() {
        return new NotFound("problem.document.unknown");
    }
}
