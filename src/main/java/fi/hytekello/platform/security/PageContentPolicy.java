package fi.hytekello.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/** Our own pages load nothing from elsewhere and run no inline script; the engine's pages bring their own policy,
 * and so may a single page of ours. */
final class PageContentPolicy implements HeaderWriter {

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        boolean engines = request.getRequestURI().startsWith("/camunda/");
        if (!engines && !response.containsHeader("Content-Security-Policy")) {
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self';"
                            + " frame-ancestors 'self'");
        }
    }
}
