package fi.hytekello.plan.web;

import fi.hytekello.indicator.Indicators;
import fi.hytekello.municipality.Person;
import fi.hytekello.plan.ProposalImportPreview;
import fi.hytekello.plan.ProposalImportPreview.Doubles;
import fi.hytekello.plan.ProposalImports;
import fi.hytekello.plan.ProposalTables;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.SheetWriter;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.web.Downloads;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposals from and to a spreadsheet: template, export, upload or paste, preview, confirmation. */
@Controller
class ProposalImportController {

    private static final String TASK = "Activity_ProposeMeasures";
    private static final String PAGE = "proposals";
    private static final String PREVIEW = "proposals/import";

    private final ProposalImports imports;
    private final ProposalTables tables;
    private final Indicators indicators;
    private final ProposalPreviews previews;
    private final ProblemTexts problems;
    private final MessageSource messages;

    ProposalImportController(
            ProposalImports imports,
            ProposalTables tables,
            Indicators indicators,
            ProposalPreviews previews,
            ProblemTexts problems,
            MessageSource messages) {
        this.imports = imports;
        this.tables = tables;
        this.indicators = indicators;
        this.previews = previews;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/tasks/{taskId}/proposals/template.xlsx")
    ResponseEntity<byte[]> template(OpenTask task, Person person, Locale locale) {
        Pages.of(TASK, task);
        return workbook("proposal.file.template", tables.template(place(task, person), locale), locale);
    }

    @GetMapping("/tasks/{taskId}/proposals/rows.{format:xlsx|csv}")
    ResponseEntity<byte[]> rows(OpenTask task, Person person, @PathVariable String format, Locale locale) {
        Pages.of(TASK, task);
        List<Table> rows = tables.rows(place(task, person), locale);
        return format.equals("csv")
                ? Downloads.table(name("proposal.file.rows", locale), format, rows.get(0))
                : workbook("proposal.file.rows", rows, locale);
    }

    @PostMapping("/tasks/{taskId}/proposals/import")
    String upload(
            OpenTask task,
            Person person,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String embedded,
            Locale locale,
            RedirectAttributes next)
            throws IOException {
        Pages.of(TASK, task);
        byte[] content = file.getBytes();
        return check(() -> imports.upload(place(task, person), content), task, embedded, locale, next);
    }

    @PostMapping("/tasks/{taskId}/proposals/paste")
    String paste(
            OpenTask task,
            Person person,
            @RequestParam(defaultValue = "") String pasted,
            @RequestParam(required = false) @Nullable String embedded,
            Locale locale,
            RedirectAttributes next) {
        Pages.of(TASK, task);
        next.addFlashAttribute("pasted", pasted);
        return check(() -> imports.paste(place(task, person), pasted), task, embedded, locale, next);
    }

    private String check(
            Runnable reading, OpenTask task, @Nullable String embedded, Locale locale, RedirectAttributes next) {
        try {
            reading.run();
            return Pages.back(task, PREVIEW, embedded, "");
        } catch (InvalidInput | Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
            next.addFlashAttribute("sheetOpen", true);
            return Pages.back(task, PAGE, embedded, "");
        }
    }

    @GetMapping("/tasks/{taskId}/proposals/import")
    String preview(
            OpenTask task,
            Person person,
            @RequestParam(required = false) @Nullable String embedded,
            Locale locale,
            Model model) {
        Pages.of(TASK, task);
        Optional<ProposalImportPreview> pending = imports.pending(place(task, person));
        if (pending.isEmpty()) {
            return Pages.back(task, PAGE, embedded, "");
        }
        model.addAttribute("task", task);
        model.addAttribute("preview", pending.get());
        model.addAttribute("rows", previews.rows(task.cycle(), pending.get(), locale));
        model.addAttribute("mistakes", previews.mistakes(pending.get(), locale));
        model.addAttribute("mistakeCount", pending.get().problems().size());
        return "forms/plan/proposal-import";
    }

    @PostMapping("/tasks/{taskId}/proposals/import/confirm")
    String confirm(
            OpenTask task,
            Person person,
            @RequestParam String fingerprint,
            @RequestParam(defaultValue = "UPDATE") Doubles doubles,
            @RequestParam(defaultValue = "false") boolean onlyRight,
            @RequestParam(required = false) @Nullable String embedded,
            Locale locale,
            RedirectAttributes next) {
        Pages.of(TASK, task);
        try {
            next.addFlashAttribute("imported", imports.confirm(place(task, person), fingerprint, doubles, onlyRight));
            return Pages.back(task, PAGE, embedded, "");
        } catch (Conflict changed) {
            next.addFlashAttribute("problem", problems.of(changed, locale).orElseThrow());
            return Pages.back(task, PREVIEW, embedded, "");
        }
    }

    @PostMapping("/tasks/{taskId}/proposals/import/cancel")
    String cancel(OpenTask task, Person person, @RequestParam(required = false) @Nullable String embedded) {
        Pages.of(TASK, task);
        imports.cancel(place(task, person));
        return Pages.back(task, PAGE, embedded, "");
    }

    private ProposalImports.Place place(OpenTask task, Person person) {
        return new ProposalImports.Place(
                task.cycle(), task.requiredDepartment(), person.username(), indicators.names(task.cycle()));
    }

    private ResponseEntity<byte[]> workbook(String key, List<Table> sheets, Locale locale) {
        return Downloads.file(
                name(key, locale) + ".xlsx", SheetWriter.XLSX, SheetWriter.xlsx(sheets.toArray(Table[]::new)));
    }

    private String name(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
