package fi.hytekello;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** The sessions of the server, to be ended in the middle of a person's work. */
record TestSessions(Manager sessions) {

    private static final String COOKIE = "JSESSIONID";

    static TestSessions of(ServletWebServerApplicationContext server) {
        Context tomcat = (Context)
                ((TomcatWebServer) server.getWebServer()).getTomcat().getHost().findChildren()[0];
        return new TestSessions(tomcat.getManager());
    }

    /** Ends the window's session on the server, as a restart or the long night does. */
    void end(Page page) {
        String id = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(COOKIE))
                .findFirst()
                .orElseThrow()
                .value;
        try {
            sessions.findSession(id).expire();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
