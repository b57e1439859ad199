package fi.hytekello.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.hytekello.municipality.Account;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Username;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class OidcClaimsTest {

    private final OidcClaims claims =
            new OidcClaims(new OidcSettings("preferred_username", "email", "groups", "tenants", "locale"));
    private final Map<String, Object> said = new HashMap<>(Map.of(
            "sub", "f81d-77",
            "preferred_username", "Coordinator@Koekunta.FI",
            "email", "coordinator@koekunta.fi",
            "groups", List.of("coordinator", "printers"),
            "tenants", "900",
            "locale", "sv-FI"));

    @Test
    void readsAnAccount() {
        assertThat(claims.read(said))
                .isEqualTo(new Account(
                        new Username("coordinator@koekunta.fi"),
                        "coordinator@koekunta.fi",
                        Languages.SWEDISH,
                        Set.of("coordinator", "printers"),
                        Set.of("900")));
    }

    @Test
    void takesTheSubjectWhereThereIsNoUsername() {
        said.remove("preferred_username");
        assertThat(claims.read(said).username()).isEqualTo(new Username("f81d-77"));
    }

    @Test
    void readsNoRolesAndFinnishWhereNothingIsSaid() {
        said.keySet().removeAll(Set.of("groups", "tenants", "locale"));
        Account account = claims.read(said);
        assertThat(account.groups()).isEmpty();
        assertThat(account.municipalities()).isEmpty();
        assertThat(account.language()).isEqualTo(Languages.FINNISH);
    }

    @Test
    void goesByTheConfiguredNames() {
        OidcClaims renamed = new OidcClaims(new OidcSettings("upn", "mail", "roles", "kunnat", "lang"));
        assertThat(renamed.read(Map.of("upn", "a", "mail", "a@b", "roles", "manager", "kunnat", "178")))
                .isEqualTo(new Account(new Username("a"), "a@b", Languages.FINNISH, Set.of("manager"), Set.of("178")));
    }

    @ParameterizedTest
    @CsvSource({
        "preferred_username, ''",
        "preferred_username, with space",
        "preferred_username, ää",
        "email, ''",
        "email, nobody",
        "email, 'a@b\nbcc: c@d'"
    })
    void refusesWhatItCannotUse(String claim, String value) {
        said.put(claim, value);
        assertThatThrownBy(() -> claims.read(said))
                .isInstanceOf(OAuth2AuthenticationException.class)
                .hasMessageContaining(claim)
                .satisfies(refusal -> assertThat(refusal.getMessage().contains(value) && !value.isEmpty())
                        .isFalse());
    }
}
