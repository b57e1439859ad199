package fi.hytekello.document;

import fi.hytekello.municipality.MunicipalityCode;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A frozen document without its content.
 *
 * @param year of the cycle
 * @param version of the document that was decided on, from 1
 * @param bytes length of the content
 * @param sha256 hash of the content in hexadecimal
 */
public record PublishedDocument(
        UUID id,
        MunicipalityCode municipality,
        int year,
        DocumentKind kind,
        int version,
        Locale language,
        Format format,
        String title,
        int bytes,
        String sha256,
        Instant publishedAt) {

    /** Such as {@code welfare-report-1-fi.pdf}; the same for ever. */
    public String fileName() {
        return kind.slug() + "-" + version + "-" + language.getLanguage() + "." + format.extension();
    }

    /** Where everybody finds it, below the product's address. */
    public String path() {
        return "/published/" + municipality + "/" + year + "/" + fileName();
    }

    /** Size in kilobytes, rounded up. */
    public int kilobytes() {
        return (bytes + 1023) / 1024;
    }
}
