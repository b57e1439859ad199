package fi.hytekello.platform.web;

import fi.hytekello.platform.problem.Conflict;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** The one place where a refusal becomes an answer: a page for browsers, problem+json for programs. */
@ControllerAdvice
class PageProblems {

    private final ProblemTexts texts;

    PageProblems(ProblemTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler({InvalidInput.class, Conflict.class, NotFound.class, Refused.class})
    Object refused(RuntimeException problem, HttpServletRequest request, Locale locale) {
        ProblemTexts.Text text = texts.of(problem, locale).orElseThrow();
        if (wantsPage(request)) {
            ModelAndView page = new ModelAndView("templates/problem");
            page.setStatus(org.springframework.http.HttpStatus.valueOf(text.status()));
            page.addObject("message", text.message());
            page.addObject("status", text.status());
            // What SignedIn tells all other pages: the menu leads on from here.
            page.addObject("signedIn", request.getUserPrincipal() != null);
            page.addObject("path", request.getRequestURI());
            return page;
        }
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                org.springframework.http.HttpStatus.valueOf(text.status()), text.message());
        if (!text.field().isEmpty()) {
            detail.setProperty("field", text.field());
        }
        return ResponseEntity.status(text.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    /** The servlet's own limit, before any page of ours sees the file. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request, Locale locale) {
        return refused(new InvalidInput("file", "problem.upload.large"), request, locale);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
