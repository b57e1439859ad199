package fi.hytekello.consultation.web;

import fi.hytekello.body.Registers;
import fi.hytekello.consultation.Consultation;
import fi.hytekello.consultation.ConsultationDeadlines;
import fi.hytekello.consultation.ConsultationId;
import fi.hytekello.consultation.Consultations;
import fi.hytekello.consultation.Contact;
import fi.hytekello.consultation.Contacts;
import fi.hytekello.consultation.Summaries;
import fi.hytekello.consultation.ViewGroup;
import fi.hytekello.document.Format;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.Worklist;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The consultations of a regional council, for all its people: the list, the standing of each, the summary as a file. */
@Controller
class ConsultationPages {

    private final Consultations consultations;
    private final Contacts contacts;
    private final Summaries summaries;
    private final ConsultationDeadlines deadlines;
    private final Registers registers;
    private final Worklist worklist;

    ConsultationPages(
            Consultations consultations,
            Contacts contacts,
            Summaries summaries,
            ConsultationDeadlines deadlines,
            Registers registers,
            Worklist worklist) {
        this.consultations = consultations;
        this.contacts = contacts;
        this.summaries = summaries;
        this.deadlines = deadlines;
        this.registers = registers;
        this.worklist = worklist;
    }

    @GetMapping("/consultations/{tenant}")
    String list(@PathVariable MunicipalityCode tenant, Person person, Model model) {
        Municipality council = registers.readableBy(person, tenant);
        model.addAttribute("tenant", council);
        model.addAttribute("consultations", consultations.of(tenant));
        model.addAttribute("editable", registers.isKeptBy(person, council));
        return "forms/consultation/consultations";
    }

    @GetMapping("/consultations/{tenant}/{id}")
    String show(@PathVariable MunicipalityCode tenant, @PathVariable long id, Person person, Model model) {
        Municipality council = registers.readableBy(person, tenant);
        Consultation consultation = consultations.get(tenant, new ConsultationId(id));
        List<OpenTask> tasks = worklist.ofMatter(consultation.matter()).stream()
                .filter(task -> task.isFor(person))
                .toList();
        model.addAttribute("tenant", council);
        model.addAttribute("consultation", consultation);
        List<Contact> all = contacts.of(consultation.id());
        model.addAttribute("contacts", all);
        model.addAttribute(
                "groups",
                all.stream().anyMatch(Contact::finished) ? ViewGroup.of(consultation, all) : List.<ViewGroup>of());
        model.addAttribute("today", deadlines.today());
        model.addAttribute("keeps", registers.isKeptBy(person, council));
        model.addAttribute("changes", contacts.mayChange(person, consultation) && !consultation.isDone());
        model.addAttribute("tasks", tasks.stream().map(OpenTask::id).collect(Collectors.toSet()));
        model.addAttribute(
                "summaryTasks",
                tasks.stream()
                        .filter(task -> task.task().equals("Activity_WriteSummary"))
                        .toList());
        return "forms/consultation/consultation";
    }

    /**
     * A draft until it is made.
     *
     * @param language {@code fi} or {@code sv}
     * @param format {@code pdf} or {@code docx}
     */
    @GetMapping("/consultations/{tenant}/{id}/summary-{language:fi|sv}.{format:pdf|docx}")
    ResponseEntity<byte[]> summary(
            @PathVariable MunicipalityCode tenant,
            @PathVariable long id,
            @PathVariable String language,
            @PathVariable String format,
            Person person) {
        registers.readableBy(person, tenant);
        Consultation consultation = consultations.get(tenant, new ConsultationId(id));
        Format as = Format.ofExtension(format).orElseThrow(() -> new NotFound("problem.notFound"));
        ContentDisposition.Builder how =
                as == Format.PDF ? ContentDisposition.inline() : ContentDisposition.attachment();
        String name = "johdon-kuuleminen-" + id + "-" + language + "." + format;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(as.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(name).build().toString())
                .body(summaries.file(consultation, language.equals("sv") ? Languages.SWEDISH : Languages.FINNISH, as));
    }
}
