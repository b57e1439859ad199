package fi.hytekello.demo.web;

import fi.hytekello.demo.DemoClock;
import fi.hytekello.demo.DemoOn;
import fi.hytekello.demo.MailReplies;
import fi.hytekello.demo.MailStore;
import fi.hytekello.demo.StoredMail;
import fi.hytekello.notification.MailOutage;
import fi.hytekello.notification.MailParts;
import fi.hytekello.notification.WaitingMails;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The demo's mailbox: every mail as it was received, for every signed-in user, who may answer as its receiver. */
@Controller
@Conditional(DemoOn.class)
class MailPages {

    /** Mails hold styles of their own; they run nothing, load nothing and open their links in the whole window. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";

    private static final int SHOWN_DEPARTURES = 3;

    private final MailStore mails;
    private final MailReplies replies;
    private final MailOutage outage;
    private final WaitingMails waiting;
    private final DemoClock clock;
    private final ProblemTexts problems;

    /** One header as it stands in the mail. */
    record HeaderLine(String name, String value) {}

    MailPages(
            MailStore mails,
            MailReplies replies,
            MailOutage outage,
            WaitingMails waiting,
            DemoClock clock,
            ProblemTexts problems) {
        this.mails = mails;
        this.replies = replies;
        this.outage = outage;
        this.waiting = waiting;
        this.clock = clock;
        this.problems = problems;
    }

    @GetMapping("/demo/mail")
    String list(@RequestParam(required = false) @Nullable String to, Model model) {
        String recipient = to == null || to.isBlank() ? null : to.strip();
        model.addAttribute("mails", mails.list(recipient));
        model.addAttribute(
                "recipients",
                mails.list(null).stream()
                        .map(StoredMail::to)
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("to", recipient == null ? "" : recipient);
        model.addAttribute("waitingSince", outage.waitingSince().orElse(null));
        model.addAttribute("departures", waiting.after(clock.now(), SHOWN_DEPARTURES));
        return "demo/mails";
    }

    @GetMapping("/demo/mail/{id}")
    String show(@PathVariable long id, Model model) throws MessagingException {
        return page(mails.get(id), model);
    }

    /** Answers a mail in the name of whom it went to; what is wrong is told with the text that was typed. */
    @PostMapping("/demo/mail/{id}/reply")
    String reply(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String replyText,
            @RequestParam(required = false) @Nullable MultipartFile replyFile,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws MessagingException, IOException {
        StoredMail mail = mails.get(id);
        try {
            replies.reply(mail, replyText, enclosed(replyFile));
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            model.addAttribute("typed", replyText);
            return page(mail, model);
        }
        next.addFlashAttribute("replied", true);
        return "redirect:/demo/mail/" + id;
    }

    private static MailReplies.@Nullable Enclosed enclosed(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return null;
        }
        String name = file.getOriginalFilename();
        return new MailReplies.Enclosed(
                name == null || name.isBlank() ? "liite" : name, new ByteArrayResource(file.getBytes()));
    }

    private String page(StoredMail mail, Model model) throws MessagingException {
        MimeMessage message = mails.read(mail);
        List<HeaderLine> headers = Collections.list(message.getAllHeaders()).stream()
                .map(header -> new HeaderLine(header.getName(), header.getValue()))
                .toList();
        model.addAttribute("mail", mail);
        model.addAttribute("headers", headers);
        model.addAttribute("text", MailParts.text(message, "text/plain").orElse(""));
        model.addAttribute("answersTo", replies.answersGoTo(mail).orElse(null));
        model.addAttribute("hasHtml", MailParts.text(message, "text/html").isPresent());
        return "demo/mail";
    }

    @GetMapping("/demo/mail/{id}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        MimeMessage message = mails.read(mails.get(id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", MAIL_POLICY)
                .body("<base target=\"_top\">"
                        + MailParts.text(message, "text/html").orElse(""));
    }

    @GetMapping("/demo/mail/{id}/raw")
    ResponseEntity<Resource> raw(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("message/rfc822"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mail-" + id + ".eml\"")
                .body(new FileSystemResource(mails.get(id).file()));
    }
}
