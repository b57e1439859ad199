package fi.hytekello.statement.web;

import fi.hytekello.calendar.Finland;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.statement.Parties;
import fi.hytekello.statement.PartyKind;
import fi.hytekello.statement.Round;
import fi.hytekello.statement.StatementRounds;
import fi.hytekello.worklist.OpenTask;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the coordinator prepares a request for statements. */
@Controller
class RequestPage {

    private static final String PAGE = "statement-request";

    private final StatementRounds rounds;
    private final Parties parties;
    private final ProblemTexts problems;
    private final Clock clock;

    RequestPage(StatementRounds rounds, Parties parties, ProblemTexts problems, Clock clock) {
        this.rounds = rounds;
        this.parties = parties;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/tasks/{taskId}/statement-request")
    String show(OpenTask task, Model model) {
        TaskPages.require("Activity_PrepareRequest", task);
        Round round = rounds.current(task.cycle());
        return page(
                task,
                round,
                RequestForm.of(
                        round, rounds.questions(round), rounds.statements(round), rounds.suggestedDue(task.cycle())),
                model);
    }

    /** Saves the request and, unless only that was asked, sends it; a short deadline is to be confirmed first. */
    @PostMapping("/tasks/{taskId}/statement-request")
    String save(
            OpenTask task,
            @RequestParam MultiValueMap<String, String> form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        TaskPages.require("Activity_PrepareRequest", task);
        RequestForm given = RequestForm.of(form);
        LocalDate due;
        try {
            due = TaskPages.date(form.toSingleValueMap(), "dueOn");
            rounds.draft(task.cycle(), given.draft(due));
        } catch (InvalidInput | Conflict refused) {
            model.addAttribute("problem", problems.of(refused, locale).orElseThrow());
            return page(task, rounds.current(task.cycle()), given.withEmptyRows(), model);
        }
        boolean embedded = form.containsKey("embedded");
        boolean asked = "true".equals(form.getFirst("statementsRequested"));
        next.addFlashAttribute("asked", form.getFirst("statementsRequested"));
        if (form.containsKey("save")) {
            next.addFlashAttribute("saved", true);
            return TaskPages.again(task, PAGE, embedded);
        }
        if (asked && due != null && rounds.isShort(due) && !form.containsKey("shortAccepted")) {
            next.addFlashAttribute("shortDue", true);
            return TaskPages.again(task, PAGE, embedded);
        }
        return "forward:/tasks/" + task.id() + "/complete";
    }

    private String page(OpenTask task, Round round, RequestForm form, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("round", round);
        model.addAttribute("form", form);
        model.addAttribute(
                "parties", parties.validOn(task.municipality(), LocalDate.now(clock.withZone(Finland.ZONE))));
        model.addAttribute("kinds", PartyKind.values());
        model.addAttribute("lastAsked", rounds.lastAsked(task.cycle()).orElse(null));
        return "forms/statement/statement-request";
    }
}
