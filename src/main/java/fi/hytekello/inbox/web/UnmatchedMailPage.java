package fi.hytekello.inbox.web;

import fi.hytekello.inbox.Inbox;
import fi.hytekello.inbox.InboxMail;
import fi.hytekello.inbox.MailAnswer;
import fi.hytekello.inbox.MailReferences;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.Downloads;
import fi.hytekello.worklist.OpenTask;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A mail as plain text, its files to save, and the matters that it may belong to. */
@Controller
class UnmatchedMailPage {

    private final Inbox inbox;
    private final MailReferences references;

    UnmatchedMailPage(Inbox inbox, MailReferences references) {
        this.inbox = inbox;
        this.references = references;
    }

    @GetMapping("/tasks/{taskId}/unmatched-mail")
    String show(OpenTask task, Model model) {
        InboxMail mail = mail(task);
        model.addAttribute("task", task);
        model.addAttribute("mail", mail);
        model.addAttribute("matters", references.openMatters(mail.tenant()));
        model.addAttribute("answers", MailAnswer.values());
        return "forms/inbox/unmatched-mail";
    }

    /** Always to be saved, never shown by the browser: a stranger made it. */
    @GetMapping("/tasks/{taskId}/unmatched-mail/files/{file}")
    ResponseEntity<byte[]> file(OpenTask task, @PathVariable long file) {
        InboxMail mail = mail(task);
        InboxMail.Attachment attachment = mail.attachment(file);
        return Downloads.file(
                attachment.name(), MediaType.APPLICATION_OCTET_STREAM_VALUE, inbox.content(mail, attachment));
    }

    /** @throws NotFound when the task is of another kind */
    private InboxMail mail(OpenTask task) {
        if (!task.process().equals("UnmatchedMail")) {
            throw new NotFound("problem.task.gone");
        }
        return inbox.ofTask(task.id());
    }
}
