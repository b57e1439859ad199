package fi.hytekello.platform.security;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/**
 * Tells the engine's web applications who is signed in. They keep a session's groups; here the groups are compared at
 * each request, since a deputy's begin and end at midnight.
 */
final class TasklistSignIn extends ContainerBasedAuthenticationFilter {

    TasklistSignIn(SpringPrincipal principal) {
        authenticationProvider = new UpToDate(principal);
    }

    /** The inherited one would make a provider by its class name. */
    @Override
    public void init(FilterConfig configuration) {}

    private static final class UpToDate extends ContainerBasedAuthenticationProvider {

        private final SpringPrincipal principal;

        UpToDate(SpringPrincipal principal) {
            this.principal = principal;
        }

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            AuthenticationResult now = principal.extractAuthenticatedUser(request, engine);
            if (now.isAuthenticated()) {
                Authentications kept = AuthenticationUtil.getAuthsFromSession(request.getSession());
                if (kept.getAuthenticationForProcessEngine(engine.getName()) instanceof UserAuthentication known
                        && !isSame(known, now)) {
                    kept.removeByEngineName(engine.getName());
                }
            }
            return now;
        }

        private static boolean isSame(UserAuthentication known, AuthenticationResult now) {
            return known.getGroupIds().equals(now.getGroups())
                    && List.copyOf(known.getTenantIds()).equals(now.getTenants());
        }
    }
}
