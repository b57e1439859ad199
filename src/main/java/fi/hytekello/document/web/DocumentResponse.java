package fi.hytekello.document.web;

import fi.hytekello.document.Format;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a document leaves: a page is shown, a file is offered under its name. */
final class DocumentResponse {

    /** A document brings its own style; it runs nothing and loads nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'self'";

    private DocumentResponse() {}

    static ResponseEntity.BodyBuilder of(Format format, String fileName) {
        ContentDisposition disposition = (format == Format.DOCX
                        ? ContentDisposition.attachment()
                        : ContentDisposition.inline())
                .filename(fileName)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
    }
}
