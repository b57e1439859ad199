package fi.hytekello.worklist.web;

import fi.hytekello.cycle.DeadlineWords;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.Answer;
import fi.hytekello.worklist.OpenTask;
import fi.hytekello.worklist.TaskDesk;
import fi.hytekello.worklist.TaskNames;
import fi.hytekello.worklist.TaskRule;
import fi.hytekello.worklist.TaskRules;
import fi.hytekello.worklist.Worklist;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From a task to its page, and the completion of any task from its page. */
@Controller
class TaskController {

    private final TaskRules rules;
    private final TaskDesk desk;
    private final Worklist worklist;
    private final TaskNames names;
    private final DeadlineWords deadlines;
    private final ProblemTexts problems;

    TaskController(
            TaskRules rules,
            TaskDesk desk,
            Worklist worklist,
            TaskNames names,
            DeadlineWords deadlines,
            ProblemTexts problems) {
        this.rules = rules;
        this.desk = desk;
        this.worklist = worklist;
        this.names = names;
        this.deadlines = deadlines;
        this.problems = problems;
    }

    @GetMapping("/tasks")
    String list(Person person, Locale locale, Model model) {
        List<OpenTask> tasks = worklist.of(person);
        model.addAttribute("tasks", tasks);
        model.addAttribute("names", names.of(tasks, person, locale));
        model.addAttribute("why", deadlines.of(tasks, locale));
        return "templates/tasks";
    }

    /** The same for the Tasklist, which knows neither the language nor the matter. */
    @GetMapping("/api/tasks")
    @ResponseBody
    List<TaskNames.TaskName> names(Person person, Locale locale) {
        return names.of(worklist.of(person), person, locale);
    }

    /** The address in mails: leads to the task's own page, or to its form in the Tasklist. */
    @GetMapping("/tasks/{taskId}")
    String open(OpenTask task, @RequestParam(required = false) @Nullable String embedded) {
        String page = rules.of(task).page();
        if (page == null) {
            return "redirect:/camunda/app/tasklist/default/#/?task=" + task.id();
        }
        return "redirect:/tasks/" + task.id() + "/" + page + (embedded == null ? "" : "?embedded");
    }

    /** What is wrong is told on the page with what was given, also what others changed meanwhile; unless the task is gone. */
    @PostMapping("/tasks/{taskId}/complete")
    String complete(OpenTask task, Person person, HttpServletRequest form, Locale locale, RedirectAttributes next) {
        TaskRule rule = rules.of(task);
        Map<String, String> answers = new HashMap<>();
        for (Answer answer : rule.answers()) {
            String given = form.getParameter(answer.name());
            if (given != null) {
                answers.put(answer.name(), given);
            }
        }
        boolean embedded = form.getParameter("embedded") != null;
        try {
            desk.complete(task.id(), person, answers);
        } catch (InvalidInput | Conflict refused) {
            if (rule.page() == null || worklist.find(task.id()).isEmpty()) {
                throw refused;
            }
            ProblemTexts.Text text = problems.of(refused, locale).orElseThrow();
            next.addFlashAttribute("problem", text);
            next.addFlashAttribute("given", answers);
            return "redirect:/tasks/" + task.id() + "/" + rule.page() + (embedded ? "?embedded" : "");
        }
        return "redirect:/tasks/" + task.id() + "/done" + (embedded ? "?embedded" : "");
    }

    @GetMapping("/tasks/{taskId}/done")
    String done(@PathVariable String taskId, Model model) {
        model.addAttribute("taskId", taskId);
        return "templates/task-done";
    }
}
