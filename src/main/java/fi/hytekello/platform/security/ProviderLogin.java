package fi.hytekello.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Sign-in through the identity provider: a page that needs it leads straight to the provider's own page, and signing
 * out here signs out there too, where the provider tells how.
 */
final class ProviderLogin {

    private static final Logger log = LoggerFactory.getLogger(ProviderLogin.class);

    private final String signInPath;
    private final ClientRegistrationRepository clients;
    private final OAuth2UserService<OidcUserRequest, OidcUser> people;

    ProviderLogin(
            String signInPath,
            ClientRegistrationRepository clients,
            OAuth2UserService<OidcUserRequest, OidcUser> people) {
        this.signInPath = signInPath;
        this.clients = clients;
        this.people = people;
    }

    void addTo(HttpSecurity http) throws Exception {
        MediaTypeRequestMatcher pages = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        pages.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        http.exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint(signInPath), pages))
                .oauth2Login(login -> login.loginPage("/login")
                        .defaultSuccessUrl("/")
                        .failureHandler(ProviderLogin::refuse)
                        // The provider's tokens end with the session.
                        .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                        .userInfoEndpoint(userInfo -> userInfo.oidcUserService(people)))
                .logout(logout -> logout.logoutSuccessHandler(signOut()));
    }

    private OidcClientInitiatedLogoutSuccessHandler signOut() {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/login?logout");
        handler.setDefaultTargetUrl("/login?logout");
        return handler;
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        String code = refusal instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : refusal.getClass().getSimpleName();
        log.warn("A sign-in through the identity provider failed: {}: {}", code, refusal.getMessage());
        response.sendRedirect(request.getContextPath() + "/login?error");
    }
}
