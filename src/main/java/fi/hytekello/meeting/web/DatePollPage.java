package fi.hytekello.meeting.web;

import fi.hytekello.meeting.DatePoll;
import fi.hytekello.meeting.DatePolls;
import fi.hytekello.meeting.MeetingDates;
import fi.hytekello.meeting.ProposedDate;
import fi.hytekello.meeting.ProposedDate.Suits;
import fi.hytekello.municipality.Languages;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.LinkGate;
import fi.hytekello.platform.web.PageLanguage;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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

/** Behind a personal link: which dates suit its holder, then whether the holder comes, and nothing of the others. */
@Controller
class DatePollPage {

    private static final List<Locale> LANGUAGES = List.of(Languages.FINNISH, Languages.SWEDISH, Locale.ENGLISH);
    private static final int TOO_MANY_REQUESTS = 429;

    /** What the holder says once the time has been chosen. */
    enum Presence {
        COMES,
        HINDERED
    }

    private final DatePolls polls;
    private final LinkGate gate;
    private final ProblemTexts problems;

    DatePollPage(DatePolls polls, LinkGate gate, ProblemTexts problems) {
        this.polls = polls;
        this.gate = gate;
        this.problems = problems;
    }

    @GetMapping("/date-polls/{token}")
    String show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!mayTry(token, lang, request, response)) {
            return tooMany(response, model);
        }
        try {
            return page(token, polls.of(token), lang, request, model);
        } catch (NotFound refused) {
            return dead(refused, request, response, model);
        }
    }

    @PostMapping("/date-polls/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        String lang = form.get("lang");
        if (!mayTry(token, lang, request, response)) {
            return tooMany(response, model);
        }
        try {
            DatePoll poll = polls.of(token);
            Locale language = language(lang, poll);
            try {
                take(token, poll, new FormFields(form));
            } catch (InvalidInput | Conflict refused) {
                ProblemTexts.Text problem = problems.of(refused, language).orElseThrow();
                response.setStatus(problem.status());
                model.addAttribute("problem", problem);
                model.addAttribute("typed", form);
                return page(token, polls.of(token), lang, request, model);
            }
            next.addAttribute("lang", language.getLanguage());
        } catch (NotFound refused) {
            return dead(refused, request, response, model);
        }
        next.addFlashAttribute("sent", true);
        return "redirect:/date-polls/" + token;
    }

    private void take(String token, DatePoll poll, FormFields form) {
        if (form.form().containsKey("presence")) {
            polls.tell(token, form.text("presence").equals(Presence.HINDERED.name()));
        } else if (poll.invited() != null && form.form().containsKey("toTell")) {
            throw new InvalidInput("presence", "problem.meeting.presence");
        } else {
            polls.answer(token, answers(poll, form));
        }
    }

    /** Every date is to be answered; what is no answer of this poll is left out. */
    private static List<MeetingDates.Answer> answers(DatePoll poll, FormFields form) {
        return poll.dates().stream()
                .map(date -> new MeetingDates.Answer(poll.attendee(), date.id(), suits(date, form)))
                .toList();
    }

    private static Suits suits(ProposedDate date, FormFields form) {
        String field = "suits-" + date.id();
        return Arrays.stream(Suits.values())
                .filter(one -> one.name().equals(form.text(field)))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(field, "problem.meeting.suits"));
    }

    private static String page(
            String token, DatePoll poll, @Nullable String lang, HttpServletRequest request, Model model) {
        PageLanguage.choose(request, language(lang, poll));
        Map<String, String> form = new HashMap<>();
        poll.dates().forEach(date -> {
            Suits own = date.answers().get(poll.attendee());
            form.put("suits-" + date.id(), own == null ? "" : own.name());
        });
        DatePoll.Invited invited = poll.invited();
        form.put("presence", invited != null && invited.hindered() ? Presence.HINDERED.name() : "");
        if (model.getAttribute("typed") instanceof Map<?, ?> typed) {
            typed.forEach((field, value) -> form.put(field.toString(), value.toString()));
        }
        model.addAttribute("token", token);
        model.addAttribute("poll", poll);
        model.addAttribute("form", form);
        model.addAttribute("suits", Suits.values());
        model.addAttribute("presences", Presence.values());
        model.addAttribute("languages", LANGUAGES);
        return "forms/meeting/dates";
    }

    /** The one that was chosen on the page, else that in which the attendee is written to. */
    private static Locale language(@Nullable String chosen, DatePoll poll) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(chosen))
                .findFirst()
                .orElse(poll.language());
    }

    /** The address holds the key: nobody is to learn it from this page, and no machine is to keep it. */
    private boolean mayTry(
            String token, @Nullable String lang, HttpServletRequest request, HttpServletResponse response) {
        LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(lang))
                .forEach(language -> PageLanguage.choose(request, language));
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Cache-Control", "no-store");
        return gate.lets(LinkGate.Caller.PERSON, request.getRemoteAddr(), token);
    }

    private static String tooMany(HttpServletResponse response, Model model) {
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", "60");
        return message(true, model);
    }

    /** Wrong, old and foreign links look all the same. */
    private String dead(NotFound dead, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(problems.of(dead, request.getLocale()).orElseThrow().status());
        return message(false, model);
    }

    private static String message(boolean tooMany, Model model) {
        model.addAttribute("tooMany", tooMany);
        model.addAttribute("languages", LANGUAGES);
        return "forms/meeting/dates-message";
    }
}
