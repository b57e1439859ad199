package fi.hytekello.indicator.source;

import fi.hytekello.notification.SiteSettings;
import fi.hytekello.platform.remote.RemoteJson;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The import from the real Sotkanet. */
@Configuration(proxyBeanMethods = false)
class SotkanetConfiguration {

    private static final int TRIES = 3;

    @Bean
    SotkanetImport sotkanetImport(
            SotkanetSettings settings,
            SiteSettings site,
            SourceRegions regions,
            SourceTitles titles,
            ImportSteps steps,
            ImportHistory history,
            ObservationIntake intake,
            PlatformTransactionManager transactions,
            Clock clock) {
        String contact = settings.contact().isBlank()
                ? site.link("/")
                : settings.contact().strip();
        RemoteJson remote = new RemoteJson(remote(settings, contact), howLong -> Thread.sleep(howLong.toMillis()));
        TransactionTemplate alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new SotkanetImport(
                new SotkanetClient(settings.baseUrl(), remote),
                settings,
                regions,
                titles,
                steps,
                history,
                intake,
                alone,
                clock);
    }

    /** @param contact who may be written to about the requests: a library's usual name is answered with 403 */
    static RemoteJson.Settings remote(SotkanetSettings settings, String contact) {
        return new RemoteJson.Settings(
                "Hytekello (+" + contact + ")",
                settings.connect(),
                settings.read(),
                settings.between(),
                TRIES,
                settings.mostMegabytes() * 1024 * 1024);
    }
}
