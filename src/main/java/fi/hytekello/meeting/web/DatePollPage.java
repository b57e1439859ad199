package fi.hytekello.meeting.web;

import fi.hytekello.meeting.DatePoll;
import fi.hytekello.meeting.DatePolls;
import fi.hytekello.meeting.MeetingDates;
import fi.hytekello.meeting.ProposedDate.Suits;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.FormFields;
import fi.hytekello.platform.web.LinkGate;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Behind a personal link: which dates suit its holder, and nothing of the others. */
@Controller
class DatePollPage {

    private static final int TOO_MANY_REQUESTS = 429;

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
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        if (!mayTry(token, request, response)) {
            return tooMany(response, model);
        }
        try {
            return page(token, polls.of(token), model);
        } catch (NotFound refused) {
            return message(problems.of(refused, locale).orElseThrow(), response, model);
        }
    }

    @PostMapping("/date-polls/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            RedirectAttributes next) {
        if (!mayTry(token, request, response)) {
            return tooMany(response, model);
        }
        try {
            DatePoll poll = polls.of(token);
            try {
                polls.answer(token, answers(poll, new FormFields(form)));
            } catch (InvalidInput | Conflict refused) {
                ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
                response.setStatus(problem.status());
                model.addAttribute("problem", problem);
                model.addAttribute("typed", form);
                return page(token, poll, model);
            }
        } catch (NotFound refused) {
            return message(problems.of(refused, locale).orElseThrow(), response, model);
        }
        next.addFlashAttribute("sent", true);
        return "redirect:/date-polls/" + token;
    }

    /** Every date is to be answered; what is no answer of this poll is left out. */
    private static List<MeetingDates.Answer> answers(DatePoll poll, FormFields form) {
        return poll.dates().stream()
                .map(date -> new MeetingDates.Answer(
                        poll.attendee(), date.id(), form.choice("suits-" + date.id(), Suits.class)))
                .toList();
    }

    private static String page(String token, DatePoll poll, Model model) {
        Map<String, String> form = new HashMap<>();
        poll.dates().forEach(date -> {
            Suits own = date.answers().get(poll.attendee());
            form.put("suits-" + date.id(), own == null ? "" : own.name());
        });
        if (model.getAttribute("typed") instanceof Map<?, ?> typed) {
            typed.forEach((field, value) -> form.put(field.toString(), value.toString()));
        }
        model.addAttribute("token", token);
        model.addAttribute("poll", poll);
        model.addAttribute("form", form);
        model.addAttribute("suits", Suits.values());
        return "forms/meeting/dates";
    }

    /** The address holds the key: nobody is to learn it from this page, and no machine is to keep it. */
    private boolean mayTry(String token, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        return gate.lets(LinkGate.Caller.PERSON, request.getRemoteAddr(), token);
    }

    private static String tooMany(HttpServletResponse response, Model model) {
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", "60");
        model.addAttribute("tooMany", true);
        return "forms/meeting/dates-message";
    }

    private static String message(ProblemTexts.Text problem, HttpServletResponse response, Model model) {
        response.setStatus(problem.status());
        model.addAttribute("message", problem.message());
        return "forms/meeting/dates-message";
    }
}
