package fi.hytekello.nomination.web;

import fi.hytekello.municipality.Languages;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestAnswers;
import fi.hytekello.nomination.RequestLinks;
import fi.hytekello.nomination.RequestVia;
import fi.hytekello.nomination.Requests;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.LinkGate;
import fi.hytekello.platform.web.PageLanguage;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a personal link shows: the request and the form of this organisation, and nothing of any other. */
@Controller
class RequestLinkPage {

    static final List<Locale> LANGUAGES = List.of(Languages.FINNISH, Languages.SWEDISH, Locale.ENGLISH);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int ATTEMPTS = 5;

    private final RequestLinks links;
    private final Requests requests;
    private final RequestAnswers answers;
    private final RequestView view;
    private final LinkGate gate;
    private final ProblemTexts problems;

    RequestLinkPage(
            RequestLinks links,
            Requests requests,
            RequestAnswers answers,
            RequestView view,
            LinkGate gate,
            ProblemTexts problems) {
        this.links = links;
        this.requests = requests;
        this.answers = answers;
        this.view = view;
        this.gate = gate;
        this.problems = problems;
    }

    @GetMapping("/nominate/{token}")
    String show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest web,
            HttpServletResponse response,
            Model model) {
        if (!mayTry(token, lang, web, response)) {
            return tooMany(response, model);
        }
        try {
            Request request = links.request(token);
            answers.opened(request);
            return page(token, request, language(lang, request), null, web, model);
        } catch (NotFound dead) {
            return dead(dead, web, response, model);
        }
    }

    @PostMapping("/nominate/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam Map<String, String> form,
            HttpServletRequest web,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        String lang = form.get("lang");
        if (!mayTry(token, lang, web, response)) {
            return tooMany(response, model);
        }
        try {
            Request request = links.request(token);
            return answer(token, request, language(lang, request), form, web, response, model, next);
        } catch (NotFound dead) {
            return dead(dead, web, response, model);
        }
    }

    private String answer(
            String token,
            Request request,
            Locale language,
            Map<String, String> form,
            HttpServletRequest web,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        try {
            next.addFlashAttribute("done", trying(request, new RequestForm(form)));
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, language).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            // What was typed stays; a second submission goes over what is there now.
            Map<String, String> typed = new HashMap<>(form);
            Request now = requests.get(request.id());
            typed.put("version", Integer.toString(now.version()));
            model.addAttribute("newer", refused instanceof Conflict);
            return page(token, now, language, new RequestForm(typed), web, model);
        }
        next.addAttribute("lang", language.getLanguage());
        return "redirect:/nominate/" + token;
    }

    /** Two who answer at one moment meet at the same counter of the engine; the second simply tries again. */
    private String trying(Request request, RequestForm form) {
        for (int attempt = 1; ; attempt++) {
            try {
                return act(request, form);
            } catch (Conflict met) {
                if (!met.messageKey().equals("problem.task.busy")) {
                    throw met;
                }
                if (attempt == ATTEMPTS) {
                    throw new Conflict("problem.nominee.busy");
                }
            }
        }
    }

    private String act(Request request, RequestForm form) {
        switch (form.text("action")) {
            case "later" -> {
                answers.expect(request.id(), form.requiredDate("nominationExpectedOn"));
                return "expected";
            }
            case "decline" -> {
                answers.decline(request.id(), RequestVia.LINK, form.text("nominationDeclineReason"), null);
                return "declined";
            }
            default -> {
                RequestAnswers.Received received = answers.record(
                        request.id(), RequestVia.LINK, form.answer(request).withoutReceipt());
                return received == RequestAnswers.Received.TO_BE_CONFIRMED ? proposed(request) : "given";
            }
        }
    }

    /** A seat of a composed body is empty until the coordinator says so; any other has its holder. */
    private static String proposed(Request request) {
        return request.isInTerm() ? "inTerm" : "proposed";
    }

    private String page(
            String token,
            Request request,
            Locale language,
            @Nullable RequestForm typed,
            HttpServletRequest web,
            Model model) {
        PageLanguage.choose(web, language);
        view.fill(requests.get(request.id()), typed, model);
        model.addAttribute("token", token);
        model.addAttribute("languages", LANGUAGES);
        return "forms/nomination/request-link";
    }

    /** The one that was chosen on the page, else the organisation's own. */
    private Locale language(@Nullable String chosen, Request request) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(chosen))
                .findFirst()
                .orElseGet(() -> requests.organisation(request).language());
    }

    /** The address holds the key: nobody is to learn it from this page, and no machine is to keep it. */
    private boolean mayTry(String token, @Nullable String lang, HttpServletRequest web, HttpServletResponse response) {
        LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(lang))
                .forEach(language -> PageLanguage.choose(web, language));
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
        return gate.lets(LinkGate.Caller.PERSON, web.getRemoteAddr(), token);
    }

    private static String tooMany(HttpServletResponse response, Model model) {
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", "60");
        model.addAttribute("tooMany", true);
        return message(model);
    }

    /** Wrong, old, foreign and closed links look all the same. */
    private String dead(NotFound dead, HttpServletRequest web, HttpServletResponse response, Model model) {
        response.setStatus(problems.of(dead, web.getLocale()).orElseThrow().status());
        model.addAttribute("tooMany", false);
        return message(model);
    }

    private static String message(Model model) {
        model.addAttribute("languages", LANGUAGES);
        return "forms/nomination/request-dead";
    }
}
