package fi.hytekello.statement.web;

import fi.hytekello.plan.WelfareReports;
import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.web.LinkGate;
import fi.hytekello.platform.web.ProblemTexts;
import fi.hytekello.statement.Statement;
import fi.hytekello.statement.StatementLinks;
import fi.hytekello.statement.Statements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a personal link shows: the request, the version of the document and the form, and nothing else. */
@Controller
class LinkPage {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int ATTEMPTS = 5;

    private final StatementLinks links;
    private final Statements statements;
    private final WelfareReports reports;
    private final LinkGate gate;
    private final ProblemTexts problems;
    private final Clock clock;

    LinkPage(
            StatementLinks links,
            Statements statements,
            WelfareReports reports,
            LinkGate gate,
            ProblemTexts problems,
            Clock clock) {
        this.links = links;
        this.statements = statements;
        this.reports = reports;
        this.gate = gate;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/statements/{token}")
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
            Statement statement = statements.get(links.statement(token));
            return page(token, statement, form(statement), model);
        } catch (NotFound refused) {
            return message(problems.of(refused, locale).orElseThrow(), response, model);
        }
    }

    @PostMapping("/statements/{token}")
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
            Statement statement = statements.get(links.statement(token));
            return answer(token, statement, form, locale, response, model, next);
        } catch (NotFound refused) {
            return message(problems.of(refused, locale).orElseThrow(), response, model);
        }
    }

    private String answer(
            String token,
            Statement statement,
            Map<String, String> form,
            Locale locale,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        try {
            answer(statement, form);
        } catch (InvalidInput | Conflict refused) {
            ProblemTexts.Text problem = problems.of(refused, locale).orElseThrow();
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            // What was typed stays; a second submission goes over what is there now, which is shown above the form.
            Map<String, String> typed = new HashMap<>(form);
            typed.put("version", Integer.toString(statement.version()));
            model.addAttribute("newer", refused instanceof Conflict ? statement : null);
            model.addAttribute("typed", true);
            return page(token, statement, typed, model);
        }
        next.addFlashAttribute("sent", true);
        return "redirect:/statements/" + token;
    }

    /** Two who answer at one moment meet at the same counter of the engine; the second simply tries again. */
    private void answer(Statement statement, Map<String, String> form) {
        for (int attempt = 1; ; attempt++) {
            try {
                statements.answer(
                        statement.id(),
                        TaskPages.written(form, statements.questionsOf(statement)),
                        TaskPages.number(form, "version"));
                return;
            } catch (Conflict met) {
                if (!met.messageKey().equals("problem.task.busy") || attempt == ATTEMPTS) {
                    throw met;
                }
            }
        }
    }

    private static Map<String, String> form(Statement statement) {
        Map<String, String> form = new HashMap<>();
        if (statement.state() == Statement.State.GIVEN) {
            form.put("statementText", statement.text());
            statement.answers().forEach((question, answer) -> form.put("answer-" + question, answer));
        }
        form.put("version", Integer.toString(statement.version()));
        return form;
    }

    private String page(String token, Statement statement, Map<String, String> form, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("statement", statement);
        model.addAttribute("round", statements.roundOf(statement));
        model.addAttribute("open", statements.isOpen(statement));
        model.addAttribute("questions", statements.questionsOf(statement));
        model.addAttribute("form", form);
        model.addAttribute("now", clock.instant());
        model.addAttribute(
                "report",
                reports.at(statement.cycle(), statements.roundOf(statement).versionNumber()));
        return "forms/statement/link";
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
        return "forms/statement/link-message";
    }

    private static String message(ProblemTexts.Text problem, HttpServletResponse response, Model model) {
        response.setStatus(problem.status());
        model.addAttribute("message", problem.message());
        return "forms/statement/link-message";
    }
}
