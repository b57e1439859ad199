package fi.hytekello.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.springframework.web.filter.OncePerRequestFilter;

/** Calls of the engine during this request run as the signed-in person. */
final class EngineSignIn extends OncePerRequestFilter {

    private final ProcessEngine engine;
    private final SpringPrincipal principal;

    EngineSignIn(ProcessEngine engine, SpringPrincipal principal) {
        this.engine = engine;
        this.principal = principal;
    }

    /** Our own pages never act on the engine in a person's name but through the task desk, which signs in itself. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/engine-rest/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        AuthenticationResult person = principal.extractAuthenticatedUser(request, engine);
        if (!person.isAuthenticated()) {
            chain.doFilter(request, response);
            return;
        }
        engine.getIdentityService()
                .setAuthentication(person.getAuthenticatedUser(), person.getGroups(), person.getTenants());
        try {
            chain.doFilter(request, response);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
