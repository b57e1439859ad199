package fi.hytekello.notification.web;

import fi.hytekello.notification.UndeliverableAnswer;
import fi.hytekello.notification.UndeliverableCases;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.worklist.OpenTask;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whose address takes no mail, what waits for it, and what can be done. */
@Controller
class UndeliverablePage {

    private final UndeliverableCases cases;

    UndeliverablePage(UndeliverableCases cases) {
        this.cases = cases;
    }

    /** @throws NotFound when the task is of another kind */
    @GetMapping("/tasks/{taskId}/undeliverable")
    String show(OpenTask task, Locale locale, Model model) {
        if (!task.process().equals("UndeliverableMail")) {
            throw new NotFound("problem.task.gone");
        }
        model.addAttribute("task", task);
        model.addAttribute("found", cases.ofTask(task.id(), locale));
        model.addAttribute("answers", UndeliverableAnswer.values());
        return "forms/notification/undeliverable";
    }
}
