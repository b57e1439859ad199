package fi.hytekello.document.web;

import fi.hytekello.document.PublishedDocument;
import fi.hytekello.document.PublishedDocuments;
import fi.hytekello.municipality.Municipalities;
import fi.hytekello.municipality.Municipality;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.NotFound;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a municipality has published, for everybody; nothing else can be reached from here. */
@Controller
class PublicPages {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PublishedDocuments published;
    private final Municipalities municipalities;

    PublicPages(PublishedDocuments published, Municipalities municipalities) {
        this.published = published;
        this.municipalities = municipalities;
    }

    @GetMapping("/published/{code:[0-9]{3}}")
    String all(@PathVariable String code, Model model) {
        Municipality municipality = municipalities.get(new MunicipalityCode(code));
        return page(municipality, null, published.of(municipality.code()), model);
    }

    /** An existing year without anything published looks like one that does not exist. */
    @GetMapping("/published/{code:[0-9]{3}}/{year:[0-9]{4}}")
    String year(@PathVariable String code, @PathVariable int year, Model model) {
        Municipality municipality = municipalities.get(new MunicipalityCode(code));
        List<PublishedDocument> files = published.of(municipality.code()).stream()
                .filter(document -> document.year() == year)
                .toList();
        if (files.isEmpty()) {
            throw new NotFound("problem.document.unpublished");
        }
        return page(municipality, year, files, model);
    }

    @GetMapping("/published/{code:[0-9]{3}}/{year:[0-9]{4}}/{file:[a-z0-9-]+\\.[a-z]+}")
    ResponseEntity<byte[]> file(@PathVariable String code, @PathVariable int year, @PathVariable String file) {
        PublishedDocument document = published.find(new MunicipalityCode(code), year, file);
        return DocumentResponse.of(document.format(), document.municipality() + "-" + year + "-" + document.fileName())
                .cacheControl(FOR_EVER)
                .eTag(document.sha256())
                .lastModified(document.publishedAt())
                .body(published.content(document.id()));
    }

    private static String page(
            Municipality municipality,
            @org.jspecify.annotations.Nullable Integer year,
            List<PublishedDocument> files,
            Model model) {
        model.addAttribute("municipality", municipality);
        model.addAttribute("year", year);
        model.addAttribute("releases", Releases.of(files));
        return "templates/published";
    }
}
