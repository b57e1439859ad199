package fi.hytekello.nomination.web;

import fi.hytekello.inbox.Inbox;
import fi.hytekello.inbox.InboxMail;
import fi.hytekello.inbox.InboxMailId;
import fi.hytekello.municipality.Person;
import fi.hytekello.nomination.MailSender;
import fi.hytekello.nomination.MailedAnswer;
import fi.hytekello.nomination.MailedAnswers;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.Requests;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.Downloads;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.worklist.OpenTask;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A mail to a request, and beside it the form in which the registry records what it says. */
@Controller
class MailedAnswerPage {

    private final MailedAnswers mailed;
    private final Requests requests;
    private final Inbox inbox;
    private final RequestView view;
    private final ProblemTexts problems;

    MailedAnswerPage(MailedAnswers mailed, Requests requests, Inbox inbox, RequestView view, ProblemTexts problems) {
        this.mailed = mailed;
        this.requests = requests;
        this.inbox = inbox;
        this.view = view;
        this.problems = problems;
    }

    @GetMapping("/tasks/{taskId}/mailed-answer")
    String show(OpenTask task, Model model) {
        return page(task, mail(task), null, model);
    }

    /** Records what the mail says and ends the task; what is wrong is told with all that was typed. */
    @PostMapping("/tasks/{taskId}/mailed-answer")
    String settle(
            OpenTask task,
            @RequestParam Map<String, String> fields,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        InboxMail mail = mail(task);
        RequestForm form = new RequestForm(fields);
        try {
            mailed.settle(task.id(), answer(form, mailed.request(mail)), person);
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            InboxMail still = mail(task);
            // What was changed meanwhile is on the page now.
            return page(task, still, refused instanceof Conflict ? form.seeing(mailed.request(still)) : form, model);
        }
        return "redirect:/tasks/" + task.id() + "/done" + (fields.containsKey("embedded") ? "?embedded" : "");
    }

    @GetMapping("/tasks/{taskId}/mailed-answer/files/{file}")
    ResponseEntity<byte[]> file(OpenTask task, @PathVariable long file) {
        return file(mail(task), file);
    }

    /** A mail as it came, also after it is recorded: what is in its files is what was decided. */
    @GetMapping("/nomination-requests/{id}/mails/{mail}")
    String came(@PathVariable long id, @PathVariable long mail, Person person, Model model) {
        Request request = requests.readBy(person, new RequestId(id));
        model.addAttribute("request", request);
        model.addAttribute("mail", mailed.mail(request, new InboxMailId(mail)));
        return "forms/nomination/request-mail";
    }

    @GetMapping("/nomination-requests/{id}/mails/{mail}/files/{file}")
    ResponseEntity<byte[]> file(
            @PathVariable long id, @PathVariable long mail, @PathVariable long file, Person person) {
        Request request = requests.readBy(person, new RequestId(id));
        return file(mailed.mail(request, new InboxMailId(mail)), file);
    }

    /** Always to be saved, never shown by the browser: a stranger made it. */
    private ResponseEntity<byte[]> file(InboxMail mail, long file) {
        InboxMail.Attachment attachment = mail.attachment(file);
        return Downloads.file(
                attachment.name(), MediaType.APPLICATION_OCTET_STREAM_VALUE, inbox.content(mail, attachment));
    }

    private static MailedAnswer answer(RequestForm form, Request request) {
        MailedAnswer.Kind kind = Stream.of(MailedAnswer.Kind.values())
                .filter(one -> one.name().equals(form.text("mailedAnswer")))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("mailedAnswer", "problem.answer.missing"));
        return switch (kind) {
            case NOMINATED -> new MailedAnswer(kind, form.answer(request), null, "");
            case EXPECTED -> new MailedAnswer(kind, null, form.date("nominationExpectedOn"), "");
            case DECLINED -> new MailedAnswer(kind, null, null, form.text("nominationDeclineReason"));
            case NOT_ANSWER -> new MailedAnswer(kind, null, null, form.text("reason"));
        };
    }

    private String page(OpenTask task, InboxMail mail, @Nullable RequestForm typed, Model model) {
        Request request = mailed.request(mail);
        view.fill(request, typed, model);
        model.addAttribute("task", task);
        model.addAttribute("mail", mail);
        model.addAttribute("sender", MailSender.of(requests.organisation(request), mail.sender()));
        model.addAttribute("cameLate", request.isPast(mail.receivedAt()));
        List<MailedAnswer.Kind> choices = mailed.choices(request);
        model.addAttribute("choices", choices);
        model.addAttribute("mayName", choices.contains(MailedAnswer.Kind.NOMINATED));
        model.addAttribute("mayDecline", choices.contains(MailedAnswer.Kind.DECLINED));
        return "forms/nomination/mailed-answer";
    }

    /** @throws NotFound when the task is of another kind, or the mail is dealt with */
    private InboxMail mail(OpenTask task) {
        if (!task.process().equals("MailedAnswer")) {
            throw new NotFound("problem.task.gone");
        }
        return mailed.mail(task.id());
    }
}
