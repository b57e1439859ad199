package fi.hytekello.nomination.web;

import fi.hytekello.nomination.Nominee;
import fi.hytekello.nomination.Nominees;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestReplacements;
import fi.hytekello.nomination.Requests;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The coordinator's tasks about single requests. */
@Controller
class RequestTaskPages {

    private final Requests requests;
    private final RequestReplacements replacements;
    private final Nominees nominees;

    RequestTaskPages(Requests requests, RequestReplacements replacements, Nominees nominees) {
        this.requests = requests;
        this.replacements = replacements;
        this.nominees = nominees;
    }

    @GetMapping("/tasks/{taskId}/request-missing")
    String missing(OpenTask task, Model model) {
        require("Activity_ResolveMissing", task);
        Request request = requests.ofTask(task.id());
        model.addAttribute("task", task);
        model.addAttribute("request", request);
        model.addAttribute("organisation", requests.organisation(request));
        return "forms/nomination/request-missing";
    }

    @GetMapping("/tasks/{taskId}/answer-replacement")
    String replacement(OpenTask task, Locale locale, Model model) {
        require("Activity_ConfirmReplacement", task);
        Nominee proposed = replacements.ofTask(task.id());
        Request request = requests.get(proposed.request());
        model.addAttribute("task", task);
        model.addAttribute("request", request);
        model.addAttribute("proposed", proposed);
        model.addAttribute("current", replacements.before(request, proposed).orElse(null));
        model.addAttribute("leaving", replacements.leaving(request, proposed).orElse(null));
        model.addAttribute("twice", nominees.namedTwice(request.round().id(), locale));
        return "forms/nomination/answer-replacement";
    }

    private static void require(String kind, OpenTask task) {
        if (!task.task().equals(kind)) {
            throw new NotFound("problem.task.gone");
        }
    }
}
