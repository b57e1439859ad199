package fi.hytekello.negotiation.web;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Person;
import fi.hytekello.negotiation.Convener;
import fi.hytekello.negotiation.Heading;
import fi.hytekello.negotiation.Negotiation;
import fi.hytekello.negotiation.NegotiationOutcome;
import fi.hytekello.negotiation.Negotiations;
import fi.hytekello.negotiation.Party;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The coordinator's two pages: before and after the negotiation. Each is one form whose buttons save all of it, so that
 * nothing typed is lost when a row is added.
 */
@Controller
class NegotiationTaskPages {

    private static final String PREPARE = "Activity_PrepareNegotiation";
    private static final String RECORD = "Activity_RecordNegotiation";

    private final Negotiations negotiations;
    private final ProblemTexts problems;

    NegotiationTaskPages(Negotiations negotiations, ProblemTexts problems) {
        this.negotiations = negotiations;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/negotiation")
    String preparation(OpenTask task, Model model) {
        model.addAttribute("conveners", Convener.values());
        model.addAttribute("headings", Heading.values());
        model.addAttribute("parties", Party.values());
        return page(task, PREPARE, "forms/negotiation/negotiation", model);
    }

    @GetMapping("/tasks/{taskId}/negotiation-record")
    String record(OpenTask task, Model model) {
        model.addAttribute("outcomes", NegotiationOutcome.values());
        return page(task, RECORD, "forms/negotiation/negotiation-record", model);
    }

    private String page(OpenTask task, String kind, String view, Model model) {
        require(task, kind);
        Negotiation negotiation = negotiations.get(task.cycle());
        Map<String, String> values = new HashMap<>(NegotiationForm.of(negotiation));
        if (model.getAttribute("given") instanceof Map<?, ?> given) {
            given.forEach((field, value) -> values.put(field.toString(), value.toString()));
            values.put("version", Integer.toString(negotiation.version()));
        }
        model.addAttribute("task", task);
        model.addAttribute("negotiation", negotiation);
        model.addAttribute("v", values);
        return view;
    }

    /** Saves what is prepared and, unless a button asks for less, completes the task. */
    @PostMapping("/tasks/{taskId}/negotiation")
    String prepare(
            OpenTask task,
            Person person,
            @RequestParam Map<String, String> fields,
            Locale locale,
            RedirectAttributes next) {
        require(task, PREPARE);
        NegotiationForm form = new NegotiationForm(fields);
        return answered(task, "negotiation", form, locale, next, () -> {
            negotiations.plan(task.cycle(), form.plan(), form.version(), person.username());
            if (form.has("add")) {
                negotiations.addParticipant(
                        task.cycle(),
                        form.text("participantName", 200),
                        form.choice("participantParty", Party.class),
                        form.text("participantEmail", 254),
                        "sv".equals(fields.get("participantLanguage")) ? Languages.SWEDISH : Languages.FINNISH);
            }
            if (form.has("remove")) {
                negotiations.removeParticipant(task.cycle(), form.id("remove"));
            }
        });
    }

    /** Saves attendance and memo and, unless a button asks for less, completes the task. */
    @PostMapping("/tasks/{taskId}/negotiation-record")
    String write(
            OpenTask task,
            Person person,
            @RequestParam MultiValueMap<String, String> fields,
            Locale locale,
            RedirectAttributes next) {
        require(task, RECORD);
        NegotiationForm form = new NegotiationForm(fields.toSingleValueMap());
        return answered(task, "negotiation-record", form, locale, next, () -> {
            negotiations.record(
                    task.cycle(), form.text("memo", 20_000), attended(fields), form.version(), person.username());
            if (form.has("add")) {
                negotiations.addAction(
                        task.cycle(),
                        form.text("actionTitle", 300),
                        form.text("actionOwner", 200),
                        form.date("actionDue"));
            }
            if (form.has("remove")) {
                negotiations.removeAction(task.cycle(), form.id("remove"));
            }
        });
    }

    private static List<Long> attended(MultiValueMap<String, String> fields) {
        return fields.getOrDefault("attended", List.of()).stream()
                .filter(id -> id.matches("[0-9]{1,9}"))
                .map(Long::valueOf)
                .toList();
    }

    private String answered(
            OpenTask task, String page, NegotiationForm form, Locale locale, RedirectAttributes next, Runnable work) {
        try {
            work.run();
        } catch (InvalidInput | Conflict refused) {
            next.addFlashAttribute("problem", problems.of(refused, locale).orElseThrow());
            next.addFlashAttribute("given", form.fields());
            return again(task, page, form);
        }
        List<String> less = new ArrayList<>(List.of("save", "add", "remove"));
        less.retainAll(form.fields().keySet());
        if (less.isEmpty()) {
            return "forward:/tasks/" + task.id() + "/complete";
        }
        next.addFlashAttribute("saved", true);
        next.addFlashAttribute("given", unsaved(form));
        return again(task, page, form);
    }

    /** What is answered only when the task is completed stays on the page. */
    private static Map<String, String> unsaved(NegotiationForm form) {
        Map<String, String> answers = new HashMap<>(form.fields());
        answers.keySet().retainAll(List.of("negotiationArranged", "negotiationOutcome", "reason"));
        return answers;
    }

    private static String again(OpenTask task, String page, NegotiationForm form) {
        return "redirect:/tasks/" + task.id() + "/" + page + (form.has("embedded") ? "?embedded" : "");
    }

    private static void require(OpenTask task, String kind) {
        if (!task.task().equals(kind)) {
            throw new NotFound("problem.task.gone");
        }
    }
}
