package fi.hytekello.platform.security;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/** The OpenID Connect provider that people sign in through, where one is configured; without it, by password. */
@Component
public class IdentityProvider {

    private final @Nullable ClientRegistration client;

    IdentityProvider(ObjectProvider<InMemoryClientRegistrationRepository> configured) {
        List<ClientRegistration> clients = new ArrayList<>();
        configured.ifAvailable(repository -> repository.forEach(clients::add));
        if (clients.size() > 1) {
            throw new IllegalStateException(
                    "More than one OpenID Connect client: a provider could name the people" + " of another");
        }
        client = clients.isEmpty() ? null : clients.get(0);
        if (client != null && !client.getScopes().contains(OidcScopes.OPENID)) {
            throw new IllegalStateException("The OpenID Connect client lacks the scope openid");
        }
    }

    /** The path of ours that leads to the provider's sign-in page. */
    public Optional<String> signInPath() {
        return Optional.ofNullable(client).map(known -> "/oauth2/authorization/" + known.getRegistrationId());
    }

    /** The provider's origins: browsers let no form lead there, also by a redirect, unless a page allows it. */
    List<String> origins() {
        if (client == null) {
            return List.of();
        }
        var provider = client.getProviderDetails();
        return Stream.of(
                        provider.getAuthorizationUri(),
                        provider.getConfigurationMetadata().get("end_session_endpoint"))
                .filter(Objects::nonNull)
                .map(address -> URI.create(address.toString()))
                .map(address -> address.getScheme() + "://" + address.getAuthority())
                .distinct()
                .toList();
    }
}
