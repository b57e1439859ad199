package fi.hytekello.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class ProductionCheckTest {

    private final TimeZone zone = TimeZone.getDefault();
    private final Map<String, Object> settings = new HashMap<>();

    @BeforeEach
    void completeSettings() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        settings.put("SPRING_PROFILES_ACTIVE", "production");
        settings.put("HYTEKELLO_BASE_URL", "https://hytekello.example");
        settings.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://database:5432/hytekello");
        settings.put("SPRING_MAIL_HOST", "mail");
        settings.put("SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_HYTEKELLO_CLIENTID", "hytekello");
    }

    @AfterEach
    void restoreZone() {
        TimeZone.setDefault(zone);
    }

    @Test
    void findsNothingAmissInCompleteSettings() {
        assertThat(reasons(false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HYTEKELLO_BASE_URL, '', hytekello.base-url",
        "HYTEKELLO_BASE_URL, http://hytekello.example, hytekello.base-url",
        "HYTEKELLO_BASE_URL, https://, hytekello.base-url",
        "SPRING_DATASOURCE_URL, '', spring.datasource.url",
        "SPRING_MAIL_HOST, '', spring.mail.host",
        "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_HYTEKELLO_CLIENTID, '', OpenID Connect",
        "SPRING_SECURITY_OAUTH2_CLIENT_REGISTRATION_OTHER_CLIENTID, second, exactly one OpenID Connect",
        "HYTEKELLO_DEMO, true, hytekello.demo"
    })
    void refusesOneSettingWithOneReason(String name, String value, String reason) {
        settings.put(name, value);
        assertThat(reasons(true)).singleElement().asString().contains(reason).endsWith(".");
    }

    @Test
    void refusesAJvmOutsideUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Helsinki"));
        assertThat(reasons(false)).singleElement().asString().contains("-Duser.timezone=UTC");
    }

    @Test
    void tellsEveryReasonAtOnce() {
        settings.clear();
        settings.put("SPRING_PROFILES_ACTIVE", "production");
        assertThat(reasons(false)).hasSize(4);
    }

    @Test
    void asksOutsideProductionForADatabaseOnlyAndOnlyWithoutOneOfItsOwn() {
        settings.clear();
        assertThat(reasons(true)).isEmpty();
        assertThat(reasons(false)).singleElement().asString().startsWith("spring.datasource.url is missing");
    }

    @Test
    void stopsTheStartWithTheReasonsInsteadOfAStackTrace(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(ProductionCheckTest.class)
                        .web(WebApplicationType.NONE)
                        .profiles("production")
                        .properties("spring.mail.host=mail")
                        // Without our files: their logging would stay for the tests that follow.
                        .run("--spring.config.location=optional:classpath:/absent/"))
                .isInstanceOf(NotReady.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START", "spring.datasource.url", "hytekello.base-url")
                .doesNotContain("spring.mail.host is missing", "at org.springframework");
    }

    private Iterable<String> reasons(boolean hasOwnDatabase) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, settings));
        return ProductionCheck.reasons(environment, hasOwnDatabase);
    }
}
