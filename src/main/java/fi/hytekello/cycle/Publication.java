package fi.hytekello.cycle;

import fi.hytekello.platform.problem.InvalidInput;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a document is published besides the product's own public page. */
public final class Publication {

    private Publication() {}

    /** @throws InvalidInput naming the field when an address is given that is no web address */
    public static void check(@Nullable String publishedAt) {
        if (publishedAt != null && !isWebAddress(publishedAt)) {
            throw new InvalidInput("publishedAt", "problem.publication.address");
        }
    }

    /** True for an http or https address with a host. */
    public static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
