package fi.hytekello.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives the engine's own API our manners: a refused completion becomes 4xx with nothing but the message in the
 * user's language, in the shape that the Tasklist shows.
 */
public class EngineAnswerFilter extends OncePerRequestFilter {

    /** Request attribute under which a refusal is noted. */
    public static final String REFUSAL = EngineAnswerFilter.class.getName() + ".refusal";

    private final ProblemTexts texts;
    private final ObjectMapper json;

    EngineAnswerFilter(ProblemTexts texts, ObjectMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !request.getRequestURI().contains("/task/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        Object refusal = request.getAttribute(REFUSAL);
        if (answer.getStatus() >= 400 && refusal instanceof RuntimeException problem) {
            Locale locale = request.getLocale();
            Optional<ProblemTexts.Text> text = texts.of(problem, locale);
            if (text.isPresent()) {
                answer.resetBuffer();
                answer.setStatus(text.get().status());
                answer.setContentType("application/json;charset=UTF-8");
                answer.getOutputStream()
                        .write(json.writeValueAsBytes(Map.of(
                                "type", problem.getClass().getSimpleName(),
                                "message", text.get().message(),
                                "field", text.get().field())));
            }
        }
        answer.copyBodyToResponse();
    }
}
