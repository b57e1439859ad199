package fi.hytekello.platform.security;

import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may open what. A route without a line here is closed to all; which tenant's and whose a thing is, each page
 * checks itself.
 */
public final class AccessTable {

    /** How far a route is open. */
    public enum Who {
        EVERYBODY,
        SIGNED_IN,
        NOBODY
    }

    /** One line: the first whose pattern fits decides. */
    public record Line(String pattern, Who who) {}

    private static final List<Line> PAGES = List.of(
            new Line("/login", Who.EVERYBODY),
            new Line("/logout-page", Who.EVERYBODY),
            new Line("/error", Who.EVERYBODY),
            new Line("/favicon.ico", Who.EVERYBODY),
            new Line("/hytekello-logo.svg", Who.EVERYBODY),
            new Line("/css/**", Who.EVERYBODY),
            new Line("/js/**", Who.EVERYBODY),
            new Line("/webjars/**", Who.EVERYBODY),
            new Line("/published/**", Who.EVERYBODY),
            new Line("/actuator/health", Who.EVERYBODY),
            new Line("/actuator/health/**", Who.EVERYBODY),
            new Line("/actuator/**", Who.NOBODY),
            // Ways to change a task's answers past its form.
            new Line("/camunda/api/engine/engine/*/task/*/bpmnError", Who.NOBODY),
            new Line("/camunda/api/engine/engine/*/task/*/bpmnEscalation", Who.NOBODY),
            new Line("/camunda/api/engine/engine/*/task/*/resolve", Who.NOBODY),
            new Line("/camunda/api/engine/engine/*/task/*/delegate", Who.NOBODY),
            new Line("/camunda/api/admin/setup/**", Who.NOBODY),
            new Line("/camunda/**", Who.SIGNED_IN),
            new Line("/task-pages/**", Who.SIGNED_IN),
            new Line("/", Who.SIGNED_IN),
            new Line("/tasks", Who.SIGNED_IN),
            new Line("/tasks/**", Who.SIGNED_IN),
            // Behind a personal link: the token in the address is the key.
            new Line("/statements/*", Who.EVERYBODY),
            new Line("/nominate/*", Who.EVERYBODY),
            new Line("/date-polls/*", Who.EVERYBODY),
            new Line("/calendar-feeds/*", Who.EVERYBODY),
            new Line("/calendar", Who.SIGNED_IN),
            new Line("/calendar/**", Who.SIGNED_IN),
            new Line("/statement-parties/**", Who.SIGNED_IN),
            new Line("/absences/**", Who.SIGNED_IN),
            new Line("/session", Who.SIGNED_IN),
            new Line("/cycles", Who.SIGNED_IN),
            new Line("/cycles/**", Who.SIGNED_IN),
            new Line("/measures/**", Who.SIGNED_IN),
            new Line("/municipalities/**", Who.SIGNED_IN),
            new Line("/organisations/**", Who.SIGNED_IN),
            new Line("/bodies/**", Who.SIGNED_IN),
            new Line("/nominations/**", Who.SIGNED_IN),
            new Line("/nomination-requests/**", Who.SIGNED_IN),
            new Line("/consultations/**", Who.SIGNED_IN),
            new Line("/demo/**", Who.SIGNED_IN),
            new Line("/api/**", Who.SIGNED_IN));

    private static final List<Line> ENGINE_API = List.of(
            new Line("/engine-rest/task/*/bpmnError", Who.NOBODY),
            new Line("/engine-rest/task/*/bpmnEscalation", Who.NOBODY),
            new Line("/engine-rest/task/*/resolve", Who.NOBODY),
            new Line("/engine-rest/task/*/delegate", Who.NOBODY),
            new Line("/engine-rest/engine/**", Who.NOBODY),
            new Line("/engine-rest/**", Who.SIGNED_IN));

    private AccessTable() {}

    /** The lines for pages, the Tasklist and our own API, in order. */
    public static List<Line> pages() {
        return PAGES;
    }

    static void pages(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry access) {
        apply(PAGES, access);
    }

    static void engineApi(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry access) {
        apply(ENGINE_API, access);
    }

    private static void apply(
            List<Line> lines,
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry access) {
        for (Line line : lines) {
            var route = access.requestMatchers(SecurityConfiguration.path(line.pattern()));
            switch (line.who()) {
                case EVERYBODY -> route.permitAll();
                case SIGNED_IN -> route.authenticated();
                case NOBODY -> route.denyAll();
            }
        }
        access.anyRequest().denyAll();
    }
}
