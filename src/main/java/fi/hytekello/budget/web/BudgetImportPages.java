package fi.hytekello.budget.web;

import fi.hytekello.budget.BudgetImports;
import fi.hytekello.budget.BudgetTemplates;
import fi.hytekello.budget.ImportKind;
import fi.hytekello.budget.ImportPreview;
import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.sheet.SheetProblem;
import fi.hytekello.platform.web.Downloads;
import fi.hytekello.platform.web.ProblemTexts;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finance's files: template, upload, what it would change, confirmation. */
@Controller
class BudgetImportPages {

    /** More is not read on a page; the file is mended and sent again. */
    private static final int MOST_SHOWN = 100;

    /** One line of the list of errors; row 0 is the whole file. */
    record Told(int row, String message) {}

    private final VisibleCycles visible;
    private final BudgetImports imports;
    private final BudgetTemplates templates;
    private final BudgetRows rows;
    private final ProblemTexts problems;

    BudgetImportPages(
            VisibleCycles visible,
            BudgetImports imports,
            BudgetTemplates templates,
            BudgetRows rows,
            ProblemTexts problems) {
        this.visible = visible;
        this.imports = imports;
        this.templates = templates;
        this.rows = rows;
        this.problems = problems;
    }

    @GetMapping("/cycles/{id}/budget/{kind:lines|frames|realisation}.{format:xlsx|csv}")
    ResponseEntity<byte[]> template(
            @PathVariable long id,
            @PathVariable String kind,
            @PathVariable String format,
            Person person,
            Locale locale) {
        Cycle cycle = visible.get(id, person);
        return Downloads.table(
                templates.fileName(cycle, kind(kind), locale), format, templates.table(cycle, kind(kind), locale));
    }

    @PostMapping("/cycles/{id}/budget/{kind:lines|frames|realisation}")
    String upload(
            @PathVariable long id,
            @PathVariable String kind,
            @RequestParam MultipartFile file,
            Person person,
            Locale locale,
            RedirectAttributes next)
            throws IOException {
        visible.get(id, person);
        try {
            ImportPreview preview = imports.upload(new CycleId(id), kind(kind), file.getBytes(), person);
            if (preview.problems().isEmpty()) {
                return "redirect:/cycles/" + id + "/budget/" + kind;
            }
            next.addFlashAttribute("mistakes", told(preview.problems(), locale));
            next.addFlashAttribute("mistakeCount", preview.problems().size());
        } catch (InvalidInput | Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
        }
        return "redirect:/cycles/" + id + "/budget";
    }

    @GetMapping("/cycles/{id}/budget/{kind:lines|frames|realisation}")
    String preview(@PathVariable long id, @PathVariable String kind, Person person, Locale locale, Model model) {
        Cycle cycle = visible.get(id, person);
        Optional<ImportPreview> pending = imports.pending(cycle.id(), kind(kind), person);
        if (pending.isEmpty()) {
            return "redirect:/cycles/" + id + "/budget";
        }
        model.addAttribute("cycle", cycle);
        model.addAttribute("preview", pending.get());
        model.addAttribute("mistakes", told(pending.get().problems(), locale));
        model.addAttribute("mistakeCount", pending.get().problems().size());
        model.addAttribute("departments", rows.names(cycle.municipality(), locale));
        return "forms/budget/import-preview";
    }

    @PostMapping("/cycles/{id}/budget/{kind:lines|frames|realisation}/confirm")
    String confirm(
            @PathVariable long id,
            @PathVariable String kind,
            @RequestParam String fingerprint,
            Person person,
            Locale locale,
            RedirectAttributes next) {
        visible.get(id, person);
        try {
            imports.confirm(new CycleId(id), kind(kind), fingerprint, person);
            next.addFlashAttribute("done", "budget.import.stored." + kind);
            return "redirect:/cycles/" + id + "/budget";
        } catch (Conflict changed) {
            next.addFlashAttribute("problem", problems.of(changed, locale).orElseThrow());
            return "redirect:/cycles/" + id + "/budget/" + kind;
        }
    }

    @PostMapping("/cycles/{id}/budget/{kind:lines|frames|realisation}/cancel")
    String cancel(@PathVariable long id, @PathVariable String kind, Person person) {
        visible.get(id, person);
        imports.cancel(new CycleId(id), kind(kind), person);
        return "redirect:/cycles/" + id + "/budget";
    }

    private List<Told> told(List<SheetProblem> found, Locale locale) {
        return found.stream()
                .limit(MOST_SHOWN)
                .map(one -> new Told(
                        one.row(),
                        problems.of(one.problem(), locale).orElseThrow().message()))
                .toList();
    }

    private static ImportKind kind(String path) {
        return Arrays.stream(ImportKind.values())
                .filter(kind -> kind.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new NotFound("problem.notFound"));
    }
}
