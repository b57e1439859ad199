package fi.hytekello.notification.web;

import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.notification.MailPreview;
import fi.hytekello.notification.MailPreviews;
import fi.hytekello.platform.problem.NotFound;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the mails of a municipality look like, for its coordinator and administrator. */
@Controller
@RequestMapping("/municipalities/{municipality}/mails")
class MailPreviewPages {

    /** Mails hold styles of their own; they run nothing, load nothing, and their links of sample data lead nowhere. */
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";

    private final MailPreviews previews;

    MailPreviewPages(MailPreviews previews) {
        this.previews = previews;
    }

    @GetMapping
    String list(@PathVariable MunicipalityCode municipality, Person person, Model model) {
        previews.requireEditor(municipality, person);
        model.addAttribute("municipality", municipality);
        model.addAttribute("names", MailPreviews.names());
        return "templates/mail-previews";
    }

    @GetMapping("/{name}/{language}")
    String show(
            @PathVariable MunicipalityCode municipality,
            @PathVariable String name,
            @PathVariable String language,
            Person person,
            Model model) {
        Locale in = language(language);
        model.addAttribute("mail", previews.of(name, municipality, in, person));
        model.addAttribute("municipality", municipality);
        model.addAttribute("name", name);
        model.addAttribute("language", in.getLanguage());
        model.addAttribute("other", Languages.isSwedish(in) ? "fi" : "sv");
        return "templates/mail-preview";
    }

    @GetMapping("/{name}/{language}/html")
    ResponseEntity<String> html(
            @PathVariable MunicipalityCode municipality,
            @PathVariable String name,
            @PathVariable String language,
            Person person) {
        MailPreview mail = previews.of(name, municipality, language(language), person);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", MAIL_POLICY)
                .body(mail.html());
    }

    private static Locale language(String tag) {
        return switch (tag) {
            case "fi" -> Languages.FINNISH;
            case "sv" -> Languages.SWEDISH;
            default -> throw new NotFound("problem.notFound");
        };
    }
}
