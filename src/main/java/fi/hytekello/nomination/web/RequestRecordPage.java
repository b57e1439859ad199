package fi.hytekello.nomination.web;

import fi.hytekello.municipality.Person;
import fi.hytekello.municipality.Role;
import fi.hytekello.nomination.MailedAnswers;
import fi.hytekello.nomination.Nominees;
import fi.hytekello.nomination.Request;
import fi.hytekello.nomination.RequestAnswers;
import fi.hytekello.nomination.RequestId;
import fi.hytekello.nomination.RequestVia;
import fi.hytekello.nomination.Requests;
import fi.hytekello.nomination.SecondCandidates;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.Refused;
import fi.hytekello.platform.web.ProblemTexts;
import jakarta.servlet.http.HttpServletResponse;
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

/** A request as the council that asks sees it: how it stands, and what came by letter or call is recorded. */
@Controller
class RequestRecordPage {

    private final Requests requests;
    private final RequestAnswers answers;
    private final Nominees nominees;
    private final SecondCandidates seconds;
    private final MailedAnswers mailed;
    private final RequestView view;
    private final ProblemTexts problems;

    RequestRecordPage(
            Requests requests,
            RequestAnswers answers,
            Nominees nominees,
            SecondCandidates seconds,
            MailedAnswers mailed,
            RequestView view,
            ProblemTexts problems) {
        this.requests = requests;
        this.answers = answers;
        this.nominees = nominees;
        this.seconds = seconds;
        this.mailed = mailed;
        this.view = view;
        this.problems = problems;
    }

    @GetMapping("/nomination-requests/{id}")
    String show(@PathVariable long id, Person person, Locale locale, Model model) {
        return page(requests.readBy(person, new RequestId(id)), person, null, locale, model);
    }

    /** Records what came otherwise than through the link. */
    @PostMapping("/nomination-requests/{id}")
    String record(
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Person person,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Request request = requests.readBy(person, new RequestId(id));
        if (!requests.mayRecord(person, request)) {
            throw new Refused("problem.nominee.recorder");
        }
        RequestForm given = new RequestForm(form);
        try {
            next.addFlashAttribute("done", act(request, person, given));
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            return page(requests.get(request.id()), person, given, locale, model);
        }
        return "redirect:/nomination-requests/" + request.id();
    }

    private String act(Request request, Person person, RequestForm form) {
        switch (form.text("action")) {
            case "decline" -> {
                answers.decline(
                        request.id(),
                        RequestVia.HAND,
                        form.text("nominationDeclineReason"),
                        form.date("nominationReceivedOn"));
                return "declined";
            }
            case "reopen" -> {
                requests.reopenSeat(request.id(), nominee(form), form.date("newDueOn"), person);
                return "reopened";
            }
            case "stepIn" -> {
                seconds.stepIn(request.id(), nominee(form), person);
                return "steppedIn";
            }
            case "again" -> {
                requests.sendAgain(request.id(), person);
                return "again";
            }
            default -> {
                RequestAnswers.Received received = answers.record(request.id(), RequestVia.HAND, form.answer(request));
                return received == RequestAnswers.Received.TO_BE_CONFIRMED ? "proposed" : "recorded";
            }
        }
    }

    private static long nominee(RequestForm form) {
        try {
            return Long.parseLong(form.text("nominee"));
        } catch (NumberFormatException malformed) {
            throw new Conflict("problem.nominee.gone");
        }
    }

    private String page(Request request, Person person, @Nullable RequestForm typed, Locale locale, Model model) {
        view.fill(request, typed, model);
        model.addAttribute("twice", nominees.namedTwice(request.round().id(), locale));
        model.addAttribute("mails", mailed.of(request));
        model.addAttribute("organisation", requests.organisation(request));
        model.addAttribute("mayRecord", requests.mayRecord(person, request));
        model.addAttribute("coordinates", person.holds(Role.REGIONAL_COORDINATOR, request.council()));
        return "forms/nomination/request";
    }
}
