package fi.hytekello.cycle;

import fi.hytekello.platform.problem.InvalidInput;
import java.net.URI;
import java.time.LocalDate;

/**
 * When and where a document was made public and sent to the wellbeing services county.
 *
 * @param publishedAt web address of the published document
 */
public record Publication(LocalDate publishedOn, String publishedAt, LocalDate countyInformedOn) {

    /** @throws InvalidInput naming the field when a date is in the future or the address is no web address */
    public void check(LocalDate today) {
        if (publishedOn.isAfter(today)) {
            throw new InvalidInput("publishedOn", "problem.publication.future");
        }
        if (countyInformedOn.isAfter(today)) {
            throw new InvalidInput("countyInformedOn", "problem.publication.future");
        }
        if (!isWebAddress(publishedAt)) {
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
