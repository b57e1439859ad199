package fi.hytekello.municipality.process;

import fi.hytekello.municipality.Account;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.security.OidcClaims;
import java.io.Serial;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** At each sign-in through the identity provider, brings person and roles up to date before the session begins. */
@Component
class ProviderSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final OidcClaims claims;
    private final AccountMirror accounts;

    ProviderSignIn(OidcClaims claims, AccountMirror accounts) {
        this.claims = claims;
        this.accounts = accounts;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        Account account = claims.read(user.getClaims());
        Person person = accounts.take(account)
                .orElseThrow(() -> new OAuth2AuthenticationException(
                        new OAuth2Error("no_role"), "The groups and municipalities of the account give no role here"));
        return new KnownUser(person.username().value(), user);
    }

    /** Goes by our username, which everything else knows this person by. */
    private static final class KnownUser extends DefaultOidcUser {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String username;

        KnownUser(String username, OidcUser user) {
            super(user.getAuthorities(), user.getIdToken());
            this.username = username;
        }

        @Override
        public String getName() {
            return username;
        }
    }
}
