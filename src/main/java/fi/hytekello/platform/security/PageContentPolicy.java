package fi.hytekello.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;

/** Our own pages load nothing from elsewhere and run no inline script; the engine's pages bring their own policy,
 * and so may a single page of ours. */
final class PageContentPolicy implements HeaderWriter {

    private final String policy;

    /** @param formTargets origins, besides our own, that a form may lead to */
    PageContentPolicy(List<String> formTargets) {
        policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'"
                + String.join("", formTargets.stream().map(" "::concat).toList()) + "; frame-ancestors 'self'";
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        boolean engines = request.getRequestURI().startsWith("/camunda/");
        if (!engines && !response.containsHeader("Content-Security-Policy")) {
            response.setHeader("Content-Security-Policy", policy);
        }
    }
}
