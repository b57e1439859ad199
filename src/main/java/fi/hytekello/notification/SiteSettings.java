package fi.hytekello.notification;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people find the product.
 *
 * @param baseUrl the address that links in mails begin with
 */
@ConfigurationProperties("hytekello")
public record SiteSettings(
        @DefaultValue("http://127.0.0.1:8080") URI baseUrl) {

    public SiteSettings {
        if (baseUrl.getHost() == null) {
            throw new IllegalArgumentException("hytekello.base-url is no web address with a host: " + baseUrl);
        }
    }

    /**
     * The address of a page.
     *
     * @param path begins with a slash
     */
    public String link(String path) {
        String base = baseUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
