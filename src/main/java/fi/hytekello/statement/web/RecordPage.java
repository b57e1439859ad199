package fi.hytekello.statement.web;

import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.statement.Statement;
import fi.hytekello.statement.Statements;
import fi.hytekello.worklist.OpenTask;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the secretary records a statement that came otherwise than through its link. */
@Controller
class RecordPage {

    private final Statements statements;
    private final ProblemTexts problems;

    RecordPage(Statements statements, ProblemTexts problems) {
        this.statements = statements;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/statement-record")
    String show(OpenTask task, Model model) {
        TaskPages.require("Activity_RecordStatement", task);
        Statement statement = statements.ofTask(task.id());
        Map<String, String> form = new HashMap<>();
        form.put("statementText", statement.text());
        statement.answers().forEach((question, answer) -> form.put("answer-" + question, answer));
        form.put(
                "receivedOn",
                statement.receivedOn() == null ? "" : statement.receivedOn().toString());
        form.put("version", Integer.toString(statement.version()));
        return page(task, statement, form, model);
    }

    @PostMapping("/tasks/{taskId}/statement-record")
    String save(
            OpenTask task,
            @RequestParam Map<String, String> form,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        TaskPages.require("Activity_RecordStatement", task);
        Statement statement = statements.ofTask(task.id());
        try {
            statements.write(
                    statement.id(),
                    TaskPages.written(form, statements.questionsOf(statement)),
                    TaskPages.date(form, "receivedOn"),
                    TaskPages.number(form, "version"));
        } catch (InvalidInput | Conflict refused) {
            model.addAttribute("problem", problems.of(refused, locale).orElseThrow());
            model.addAttribute("given", form);
            return page(task, statement, form, model);
        }
        if (form.containsKey("save")) {
            next.addFlashAttribute("saved", true);
            next.addFlashAttribute("given", form);
            return TaskPages.again(task, "statement-record", form.containsKey("embedded"));
        }
        return "forward:/tasks/" + task.id() + "/complete";
    }

    private String page(OpenTask task, Statement statement, Map<String, String> form, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("statement", statement);
        model.addAttribute("round", statements.roundOf(statement));
        model.addAttribute("questions", statements.questionsOf(statement));
        model.addAttribute("form", form);
        return "forms/statement/statement-record";
    }
}
