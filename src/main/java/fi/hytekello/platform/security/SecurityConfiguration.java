package fi.hytekello.platform.security;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Sign-in, sessions, tokens against forged requests, and headers; who may open what stands in {@link AccessTable}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static PathPatternRequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    @Bean
    EnginePasswords enginePasswords(IdentityService identities) {
        return new EnginePasswords(identities);
    }

    /** The engine's REST API: each call signs in by itself, no session. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, ProcessEngine engine, EnginePasswords passwords)
            throws Exception {
        return http.securityMatcher(path("/engine-rest/**"))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authenticationProvider(passwords)
                .httpBasic(Customizer.withDefaults())
                .authorizeHttpRequests(AccessTable::engineApi)
                .addFilterAfter(new EngineSignIn(engine), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, ProcessEngine engine, EnginePasswords passwords) throws Exception {
        HttpStatusEntryPoint unauthorised = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return http.authorizeHttpRequests(access -> {
                    access.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                            .permitAll();
                    AccessTable.pages(access);
                })
                // The engine's web applications bring their own token and filter.
                .csrf(csrf -> csrf.ignoringRequestMatchers(path("/camunda/api/**"), path("/camunda/app/**")))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(new PageContentPolicy()))
                .exceptionHandling(
                        errors -> errors.defaultAuthenticationEntryPointFor(unauthorised, path("/camunda/api/**"))
                                .defaultAuthenticationEntryPointFor(unauthorised, path("/api/**")))
                .authenticationProvider(passwords)
                .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .addFilterAfter(new EngineSignIn(engine), AuthorizationFilter.class)
                .build();
    }

    /** Tells the engine's web applications who is signed in. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> tasklistSignIn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", SpringPrincipal.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(201);
        return filter;
    }
}
