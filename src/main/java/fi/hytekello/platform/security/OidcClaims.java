package fi.hytekello.platform.security;

import fi.hytekello.municipality.Account;
import fi.hytekello.municipality.Languages;
import fi.hytekello.municipality.Username;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.stereotype.Component;

/** Reads an account from the claims of the identity provider; a person's name is left there. */
@Component
public class OidcClaims {

    /** What our tables and the engine's, whose ids end at 64 characters, can hold. */
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9.@_-]{1,64}");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]{1,100}@[^\\s@<>,;]{1,100}");

    private final OidcSettings names;

    OidcClaims(OidcSettings names) {
        this.names = names;
    }

    /** @throws OAuth2AuthenticationException when there is no usable username or e-mail address */
    public Account read(Map<String, Object> claims) {
        String usernameClaim = claims.containsKey(names.username()) ? names.username() : "sub";
        String username = text(claims, usernameClaim).toLowerCase(Locale.ROOT);
        String email = text(claims, names.email());
        return new Account(
                new Username(usable(USERNAME, username, usernameClaim)),
                usable(EMAIL, email, names.email()),
                Locale.forLanguageTag(text(claims, names.language()))
                                .getLanguage()
                                .equals("sv")
                        ? Languages.SWEDISH
                        : Languages.FINNISH,
                texts(claims.get(names.groups())),
                texts(claims.get(names.tenants())));
    }

    private static String usable(Pattern pattern, String value, String claim) {
        if (!pattern.matcher(value).matches()) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error("unusable_claim"), "The claim " + claim + " is missing or cannot be used");
        }
        return value;
    }

    private static String text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text ? text.strip() : "";
    }

    /** Some providers send a single value without a list. */
    private static Set<String> texts(@Nullable Object claim) {
        Collection<?> values = claim instanceof Collection<?> many ? many : claim == null ? Set.of() : Set.of(claim);
        return values.stream().map(String::valueOf).collect(Collectors.toSet());
    }
}
