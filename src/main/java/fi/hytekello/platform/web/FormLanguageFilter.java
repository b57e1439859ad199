package fi.hytekello.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Hands out Camunda Forms in the reader's language: the engine knows a form in one language only, and what the Tasklist
 * has drawn already can no longer be translated without losing the search in selections.
 */
class FormLanguageFilter extends OncePerRequestFilter {

    private final MessageSource messages;
    private final ObjectMapper json;

    FormLanguageFilter(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith("/deployed-form");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpServletResponse.SC_OK) {
            byte[] form = translated(answer.getContentAsByteArray(), request.getLocale());
            answer.resetBuffer();
            answer.getOutputStream().write(form);
        }
        answer.copyBodyToResponse();
    }

    private byte[] translated(byte[] content, Locale locale) throws IOException {
        if (!(json.readTree(content) instanceof ObjectNode form)) {
            return content;
        }
        FormTexts.replace(form, (key, text) -> messages.getMessage(key, null, text, locale));
        return json.writeValueAsBytes(form);
    }
}
