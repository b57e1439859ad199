package fi.hytekello.nomination.web;

import fi.hytekello.body.Bodies;
import fi.hytekello.body.Body;
import fi.hytekello.nomination.Round;
import fi.hytekello.nomination.RoundChoice;
import fi.hytekello.nomination.RoundClause;
import fi.hytekello.nomination.RoundRequests;
import fi.hytekello.nomination.RoundWarning;
import fi.hytekello.nomination.Rounds;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which a request is prepared and approved. */
@Controller
class RoundTaskPages {

    private final Rounds rounds;
    private final RoundRequests requests;
    private final RoundChoice choice;
    private final Bodies bodies;
    private final ProblemTexts problems;

    RoundTaskPages(Rounds rounds, RoundRequests requests, RoundChoice choice, Bodies bodies, ProblemTexts problems) {
        this.rounds = rounds;
        this.requests = requests;
        this.choice = choice;
        this.bodies = bodies;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/nomination-prepare")
    String prepare(OpenTask task, Model model) {
        Round round = round("Activity_PrepareNomination", task);
        return page(task, round, RoundForm.of(round), round.draft().dueOn(), model);
    }

    /** Saves the request and, unless only that was asked, gives it to the director; warnings are to be accepted first. */
    @PostMapping("/tasks/{taskId}/nomination-prepare")
    String save(
            OpenTask task,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Round round = round("Activity_PrepareNomination", task);
        RoundForm given = RoundForm.of(form);
        try {
            rounds.draft(round.id(), given.draft(), given.version());
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(task, rounds.get(round.id()), given, null, model);
        }
        if (form.containsKey("save")) {
            next.addFlashAttribute("saved", true);
            return "redirect:/tasks/" + task.id() + "/nomination-prepare"
                    + (form.containsKey("embedded") ? "?embedded" : "");
        }
        return "forward:/tasks/" + task.id() + "/complete";
    }

    @GetMapping("/tasks/{taskId}/nomination-approve")
    String approve(OpenTask task, Model model) {
        Round round = round("Activity_ApproveNomination", task);
        LocalDate due = round.draft().dueOn();
        model.addAttribute("task", task);
        model.addAttribute("round", round);
        model.addAttribute("asked", requests.of(round.id()));
        model.addAttribute("warnings", due == null ? Set.<RoundWarning>of() : rounds.warnings(due));
        return "forms/nomination/nomination-approve";
    }

    private String page(OpenTask task, Round round, RoundForm form, @Nullable LocalDate due, Model model) {
        Body body = bodies.get(round.keeper(), round.body());
        model.addAttribute("task", task);
        model.addAttribute("round", round);
        model.addAttribute("body", body);
        model.addAttribute("form", form);
        model.addAttribute("clauses", RoundClause.values());
        model.addAttribute("seated", choice.seated(body, rounds.today()));
        model.addAttribute("closes", rounds.closesAt(round.keeper()));
        model.addAttribute("warnings", due == null ? Set.<RoundWarning>of() : rounds.warnings(due));
        model.addAttribute("length", due == null ? null : rounds.length(due));
        model.addAttribute("accepted", round.draft().warningsAccepted());
        return "forms/nomination/nomination-prepare";
    }

    private Round round(String kind, OpenTask task) {
        if (!task.task().equals(kind)) {
            throw new NotFound("problem.task.gone");
        }
        return rounds.get(Round.ofMatter(task.matter()));
    }
}
