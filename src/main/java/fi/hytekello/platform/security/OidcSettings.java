package fi.hytekello.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Names of the claims in which the municipality's identity provider tells who signs in; the provider itself is
 * {@code spring.security.oauth2.client.*}.
 *
 * @param username must never pass from one person to another; without it, the subject is the username
 * @param groups ids of our groups, such as {@code coordinator} or {@code department-education}
 * @param tenants codes of the person's municipalities, such as {@code 178}
 * @param language {@code sv} or {@code sv-FI} for Swedish, everything else is Finnish
 */
@ConfigurationProperties("hytekello.oidc")
record OidcSettings(
        @DefaultValue("preferred_username") String username,
        @DefaultValue("email") String email,
        @DefaultValue("groups") String groups,
        @DefaultValue("tenants") String tenants,
        @DefaultValue("locale") String language) {}
