package fi.hytekello.statement.web;

import fi.hytekello.cycle.Cycle;
import fi.hytekello.cycle.CycleId;
import fi.hytekello.cycle.Cycles;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.statement.Round;
import fi.hytekello.statement.Statement;
import fi.hytekello.statement.StatementRounds;
import fi.hytekello.statement.Statements;
import fi.hytekello.worklist.OpenTask;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A round as a whole: what to do when statements are missing, the replies, and all of a cycle to read. */
@Controller
class RoundPages {

    private final StatementRounds rounds;
    private final Statements statements;
    private final Cycles cycles;
    private final ProblemTexts problems;

    RoundPages(StatementRounds rounds, Statements statements, Cycles cycles, ProblemTexts problems) {
        this.rounds = rounds;
        this.statements = statements;
        this.cycles = cycles;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/statement-missing")
    String missing(OpenTask task, Model model) {
        TaskPages.require("Activity_DecideMissing", task);
        return fill(task, "forms/statement/statement-missing", model);
    }

    @GetMapping("/tasks/{taskId}/statement-replies")
    String replies(OpenTask task, Model model) {
        TaskPages.require("Activity_WriteReplies", task);
        return fill(task, "forms/statement/statement-replies", model);
    }

    /** Saves one reply. */
    @PostMapping("/tasks/{taskId}/statement-replies/{id}")
    String reply(
            OpenTask task,
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Locale locale,
            Model model) {
        TaskPages.require("Activity_WriteReplies", task);
        Statement statement = statements.get(id);
        if (!statement.cycle().equals(task.cycle())) {
            throw new NotFound("problem.statement.unknown");
        }
        String text = form.getOrDefault("reply-" + id, "");
        try {
            statements.reply(id, text, form.containsKey("changedDraft"), TaskPages.number(form, "version"));
            model.addAttribute("savedReply", id);
        } catch (InvalidInput | Conflict refused) {
            model.addAttribute("problem", problems.of(refused, locale).orElseThrow());
            model.addAttribute("typedReply", id);
            model.addAttribute("typed", text);
        }
        if (htmx != null) {
            model.addAttribute("id", id);
            return "forms/statement/parts :: replyState";
        }
        return fill(task, "forms/statement/statement-replies", model);
    }

    @GetMapping("/cycles/{id}/statements")
    String appendix(@PathVariable long id, Person person, Model model) {
        Cycle cycle = cycles.get(new CycleId(id));
        if (!person.belongsTo(cycle.municipality())) {
            throw new NotFound("problem.cycle.unknown");
        }
        model.addAttribute("cycle", cycle);
        model.addAttribute("appendix", rounds.appendix(cycle.id()));
        return "forms/statement/statements";
    }

    private String fill(OpenTask task, String page, Model model) {
        Round round = rounds.current(task.cycle());
        model.addAttribute("task", task);
        model.addAttribute("round", round);
        model.addAttribute("questions", rounds.questions(round));
        model.addAttribute("statements", rounds.statements(round));
        return page;
    }
}
