package fi.hytekello.indicator.source;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Sotkanet is asked (domain chapter 3.1). When it is asked by itself is {@code hytekello.sotkanet.schedule}, a cron
 * expression of Spring in Helsinki time; {@code -} is never, which is so but in production.
 *
 * @param baseUrl of its REST interface
 * @param contact a mail or web address for those who run Sotkanet; empty for the product's own address
 * @param between pause before each request: its terms ask for fetching in batches, not for haste
 * @param connect how long a connection may take
 * @param read how long an answer may take
 * @param mostMegabytes of one answer
 * @param years how many years back from the newest are asked for
 * @param batch how many indicators one step of the process imports at most
 */
@ConfigurationProperties("hytekello.sotkanet")
record SotkanetSettings(
        @DefaultValue("https://sotkanet.fi/rest/1.1") URI baseUrl,
        @DefaultValue("") String contact,
        @DefaultValue("1s") Duration between,
        @DefaultValue("5s") Duration connect,
        @DefaultValue("10s") Duration read,
        @DefaultValue("8") int mostMegabytes,
        @DefaultValue("20") int years,
        @DefaultValue("10") int batch) {

    SotkanetSettings {
        if (baseUrl.getHost() == null) {
            throw new IllegalArgumentException("hytekello.sotkanet.base-url is no web address with a host: " + baseUrl);
        }
        if (years < 1 || batch < 1 || mostMegabytes < 1) {
            throw new IllegalArgumentException("hytekello.sotkanet: years, batch and most-megabytes are at least 1");
        }
    }
}
