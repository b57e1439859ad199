package fi.hytekello.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Looks at the settings before anything is opened: the profile {@code production} starts only where people, letters
 * and data are safe, and no profile starts without a database. That no demo users are left is seen later, in the
 * database.
 */
final class ProductionCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String EMBEDDED = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";
    private static final String CLIENTS = "spring.security.oauth2.client.registration";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<String> reasons = reasons(
                context.getEnvironment(), ClassUtils.isPresent(EMBEDDED, ProductionCheck.class.getClassLoader()));
        if (!reasons.isEmpty()) {
            throw new NotReady(reasons);
        }
    }

    static List<String> reasons(Environment settings, boolean hasOwnDatabase) {
        List<String> reasons = new ArrayList<>();
        boolean production = settings.acceptsProfiles(Profiles.of("production"));
        if ((production || !hasOwnDatabase) && isMissing(settings, "spring.datasource.url")) {
            reasons.add("spring.datasource.url is missing: set it to the PostgreSQL database of the product, such as"
                    + " jdbc:postgresql://database.internal:5432/hytekello.");
        }
        if (!production) {
            return reasons;
        }
        String address = settings.getProperty("hytekello.base-url");
        if (!isSecure(address)) {
            reasons.add("hytekello.base-url must be the https address at which people reach the product, but it is "
                    + (StringUtils.hasText(address) ? address : "missing") + ".");
        }
        if (isMissing(settings, "spring.mail.host")) {
            reasons.add("spring.mail.host is missing: set it to the SMTP server that takes the product's letters.");
        }
        if (!hasOneIdentityProvider(settings)) {
            reasons.add("People sign in through exactly one OpenID Connect provider: set " + CLIENTS
                    + ".hytekello.client-id and the issuer-uri of its provider.");
        }
        if (settings.getProperty("hytekello.demo", Boolean.class, false)) {
            reasons.add("hytekello.demo=true and the profile production exclude each other: remove one of them.");
        }
        TimeZone zone = TimeZone.getDefault();
        if (zone.getRawOffset() != 0 || zone.useDaylightTime()) {
            reasons.add(
                    "The JVM must run in UTC, but it runs in " + zone.getID() + ": start it with -Duser.timezone=UTC.");
        }
        return reasons;
    }

    private static boolean isMissing(Environment settings, String name) {
        return !StringUtils.hasText(settings.getProperty(name));
    }

    private static boolean isSecure(@Nullable String address) {
        try {
            URI uri = URI.create(address == null ? "" : address);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean hasOneIdentityProvider(Environment settings) {
        Map<String, Client> clients = Binder.get(settings)
                .bind(CLIENTS, Bindable.mapOf(String.class, Client.class))
                .orElse(Map.of());
        return clients.size() == 1
                && clients.values().stream().allMatch(client -> StringUtils.hasText(client.clientId()));
    }

    /** Not private: the binder passes over private types. */
    record Client(@Nullable String clientId) {}
}
