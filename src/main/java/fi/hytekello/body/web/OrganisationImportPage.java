package fi.hytekello.body.web;

import fi.hytekello.body.OrganisationImport;
import fi.hytekello.body.OrganisationImports;
import fi.hytekello.body.Registers;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.SheetProblem;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Brings a sheet of organisations in: first only looked at, then stored. */
@Controller
class OrganisationImportPage {

    /** More is not read on a page; the file is mended and sent again. */
    private static final int MOST_SHOWN = 100;

    /** One line of the list of errors; row 0 is the whole file. */
    record Told(int row, String message) {}

    private final OrganisationImports imports;
    private final Registers registers;
    private final ProblemTexts problems;

    OrganisationImportPage(OrganisationImports imports, Registers registers, ProblemTexts problems) {
        this.imports = imports;
        this.registers = registers;
        this.problems = problems;
    }

    @GetMapping("/organisations/{tenant}/import")
    String show(@PathVariable MunicipalityCode tenant, Person person, Model model) {
        model.addAttribute("tenant", registers.keptBy(person, tenant));
        return "forms/body/organisation-import";
    }

    @PostMapping("/organisations/{tenant}/import")
    String read(
            @PathVariable MunicipalityCode tenant,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean store,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        model.addAttribute("tenant", registers.keptBy(person, tenant));
        byte[] content = file.getBytes();
        try {
            OrganisationImport read =
                    store ? imports.store(tenant, content, person) : imports.check(tenant, content, person);
            model.addAttribute("read", read);
            model.addAttribute("stored", store && read.problems().isEmpty());
            model.addAttribute("mistakes", told(read.problems(), locale));
            model.addAttribute("mistakeCount", read.problems().size());
            response.setStatus(
                    read.problems().isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
        } catch (InvalidInput refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return "forms/body/organisation-import";
    }

    private List<Told> told(List<SheetProblem> found, Locale locale) {
        return found.stream()
                .limit(MOST_SHOWN)
                .map(one -> new Told(
                        one.row(),
                        problems.of(one.problem(), locale).orElseThrow().message()))
                .toList();
    }
}
