package fi.hytekello.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * The demo is on where {@code hytekello.demo} says so or, when that says nothing, where the embedded database is used;
 * never in production.
 */
public final class DemoOn implements Condition {

    private static final String POSTGRES = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
        return isOn(context.getEnvironment());
    }

    static boolean isOn(Environment environment) {
        String asked = environment.getProperty("hytekello.demo");
        boolean simulated = SimulationSettings.isAskedFor(environment);
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            if (Boolean.parseBoolean(asked) || simulated) {
                throw new IllegalStateException("The profile production excludes the demo and simulated years");
            }
            return false;
        }
        return asked == null
                ? !environment.containsProperty("spring.datasource.url")
                        && ClassUtils.isPresent(POSTGRES, DemoOn.class.getClassLoader())
                : Boolean.parseBoolean(asked);
    }
}
