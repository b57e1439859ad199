package fi.hytekello.nomination.web;

import fi.hytekello.body.Composition;
import fi.hytekello.municipality.Person;
import fi.hytekello.nomination.AskingAgain;
import fi.hytekello.nomination.Nominees;
import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundComposing;
import fi.hytekello.nomination.RoundMeetings;
import fi.hytekello.nomination.RoundRequests;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.nomination.SecondCandidates;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a body is composed of those named, and their appointment recorded. */
@Controller
class ComposePage {

    private final Rounds rounds;
    private final RoundComposing composing;
    private final RoundMeetings meetings;
    private final RoundRequests requests;
    private final Nominees nominees;
    private final SecondCandidates seconds;
    private final AskingAgain askingAgain;
    private final ProblemTexts problems;

    ComposePage(
            Rounds rounds,
            RoundComposing composing,
            RoundMeetings meetings,
            RoundRequests requests,
            Nominees nominees,
            SecondCandidates seconds,
            AskingAgain askingAgain,
            ProblemTexts problems) {
        this.rounds = rounds;
        this.composing = composing;
        this.meetings = meetings;
        this.requests = requests;
        this.nominees = nominees;
        this.seconds = seconds;
        this.askingAgain = askingAgain;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/nomination-compose")
    String show(OpenTask task, Locale locale, Model model) {
        return page(task, round(task), locale, model);
    }

    /** Leaves somebody out, takes them after all, gives a seat to its second candidate, or asks an organisation again; the task itself is completed elsewhere. */
    @PostMapping("/tasks/{taskId}/nomination-compose")
    String change(
            OpenTask task,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Round round = round(task);
        try {
            next.addFlashAttribute("done", act(round, new FormFields(form), person));
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(task, round, locale, model);
        }
        return "redirect:/tasks/" + task.id() + "/nomination-compose"
                + (form.containsKey("embedded") ? "?embedded" : "");
    }

    private String act(Round round, FormFields form, Person person) {
        if (form.has("again")) {
            askingAgain.ask(round.id(), new RequestId(form.id("again")), form.date("newDueOn"), person);
            return "again";
        }
        if (form.has("choose")) {
            seconds.choose(round.id(), form.id("choose"));
            return "chosen";
        }
        boolean out = form.has("leaveOut");
        composing.leaveOut(round.id(), form.id(out ? "leaveOut" : "take"), out);
        return out ? "leftOut" : "taken";
    }

    private String page(OpenTask task, Round round, Locale locale, Model model) {
        Composition composition = composing.composition(round, false);
        model.addAttribute("task", task);
        model.addAttribute("round", round);
        model.addAttribute("named", nominees.of(round.id()));
        model.addAttribute("candidates", nominees.candidates(round.id()));
        model.addAttribute("twice", nominees.namedTwice(round.id(), locale));
        model.addAttribute("composition", composition);
        model.addAttribute("asked", requests.of(round.id()));
        model.addAttribute("meeting", meetings.isFirst(round) ? meetings.suggested(round) : null);
        model.addAttribute("free", askingAgain.free(round.id()));
        return "forms/nomination/nomination-compose";
    }

    private Round round(OpenTask task) {
        if (!task.task().equals("Activity_ComposeGroup")) {
            throw new NotFound("problem.task.gone");
        }
        return rounds.get(Round.ofMatter(task.matter()));
    }
}
