package fi.hytekello.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;

/**
 * Lets browsers keep the scripts, styles and pictures of pages, of the Tasklist alone four megabytes, and ask only whether
 * they have changed. Everything else, what is said about people above all, is kept nowhere.
 */
final class PageFiles implements HeaderWriter {

    private static final Pattern FILE =
            Pattern.compile("/(css|js|webjars|camunda/lib|camunda/app)/.*\\.(js|css|woff2?|ttf|svg|png|ico)");

    private final HeaderWriter kept = (request, response) -> response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    private final HeaderWriter notKept = new CacheControlHeadersWriter();

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        boolean found = response.getStatus() == HttpServletResponse.SC_OK
                || response.getStatus() == HttpServletResponse.SC_NOT_MODIFIED;
        boolean file = found && FILE.matcher(request.getRequestURI()).matches();
        (file ? kept : notKept).writeHeaders(request, response);
    }
}
