package fi.hytekello.platform.security;

import fi.hytekello.municipality.People;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Sign-in, sessions, tokens against forged requests, and headers; who may open what stands in {@link AccessTable}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Requests that htmx makes: a login page would land in the middle of the page that asked. */
    private static final RequestMatcher BEHIND_A_PAGE = new RequestHeaderRequestMatcher("HX-Request");

    /** Where a person is led after signing in: to the page that was asked for, never to a part of one. */
    private static RequestCache askedPages() {
        MediaTypeRequestMatcher page = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        page.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        HttpSessionRequestCache asked = new HttpSessionRequestCache();
        asked.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"),
                page,
                new NegatedRequestMatcher(BEHIND_A_PAGE)));
        return asked;
    }

    /** The token of an ended session is missing before anybody asks who is signed in: both are told as 401. */
    private static void deniedBehindAPage(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        boolean nobody = SecurityContextHolder.getContext().getAuthentication() == null;
        response.setStatus((nobody ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN).value());
    }

    static PathPatternRequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    @Bean
    SpringPrincipal springPrincipal(People people) {
        return new SpringPrincipal(people);
    }

    @Bean
    EnginePasswords enginePasswords(IdentityService identities) {
        return new EnginePasswords(identities);
    }

    /**
     * The engine's REST API: each call signs in by itself with a password, no session. Closed where people sign in
     * through an identity provider: their tokens are not accepted here, and no user has a password.
     */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(
            HttpSecurity http,
            ProcessEngine engine,
            EnginePasswords passwords,
            IdentityProvider provider,
            SpringPrincipal principal)
            throws Exception {
        http.securityMatcher(path("/engine-rest/**"))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        if (provider.signInPath().isPresent()) {
            return http.authorizeHttpRequests(access -> access.anyRequest().denyAll())
                    .build();
        }
        return http.authenticationProvider(passwords)
                .httpBasic(Customizer.withDefaults())
                .authorizeHttpRequests(AccessTable::engineApi)
                .addFilterAfter(new EngineSignIn(engine, principal), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            ProcessEngine engine,
            EnginePasswords passwords,
            IdentityProvider provider,
            ObjectProvider<ClientRegistrationRepository> clients,
            OAuth2UserService<OidcUserRequest, OidcUser> people,
            SpringPrincipal principal)
            throws Exception {
        HttpStatusEntryPoint unauthorised = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        http.authorizeHttpRequests(access -> {
                    access.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                            .permitAll();
                    AccessTable.pages(access);
                })
                // The engine's web applications bring their own token and filter; a personal link is itself a secret
                // that
                // no forger has, and what is written behind it must outlive a session.
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        path("/camunda/api/**"),
                        path("/camunda/app/**"),
                        path("/statements/*"),
                        path("/nominate/*"),
                        path("/date-polls/*")))
                .requestCache(cache -> cache.requestCache(askedPages()))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new PageFiles())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(new PageContentPolicy(provider.origins())))
                .exceptionHandling(
                        errors -> errors.defaultAuthenticationEntryPointFor(unauthorised, path("/camunda/api/**"))
                                .defaultAuthenticationEntryPointFor(unauthorised, path("/api/**"))
                                .defaultAuthenticationEntryPointFor(unauthorised, path("/session"))
                                .defaultAuthenticationEntryPointFor(unauthorised, BEHIND_A_PAGE)
                                .defaultAccessDeniedHandlerFor(SecurityConfiguration::deniedBehindAPage, BEHIND_A_PAGE))
                .addFilterAfter(new EngineSignIn(engine, principal), AuthorizationFilter.class);
        if (provider.signInPath().isPresent()) {
            new ProviderLogin(provider.signInPath().get(), clients.getObject(), people).addTo(http);
        } else {
            http.authenticationProvider(passwords)
                    .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/"))
                    .logout(logout -> logout.logoutSuccessUrl("/login?logout"));
        }
        return http.build();
    }

    @Bean
    FilterRegistrationBean<TasklistSignIn> tasklistSignIn(SpringPrincipal principal) {
        FilterRegistrationBean<TasklistSignIn> filter = new FilterRegistrationBean<>(new TasklistSignIn(principal));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(201);
        return filter;
    }
}
