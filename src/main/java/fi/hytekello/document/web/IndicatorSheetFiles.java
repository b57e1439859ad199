package fi.hytekello.document.web;

import fi.hytekello.document.DocumentRenderer;
import fi.hytekello.document.Format;
import fi.hytekello.document.IndicatorSheets;
import fi.hytekello.indicator.IndicatorProfiles;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.municipality.Person;
import fi.hytekello.platform.problem.NotFound;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One indicator's page as PDF and Word file, for the municipality's own people. */
@Controller
class IndicatorSheetFiles {

    private final IndicatorProfiles profiles;
    private final IndicatorSheets sheets;
    private final DocumentRenderer renderer;

    IndicatorSheetFiles(IndicatorProfiles profiles, IndicatorSheets sheets, DocumentRenderer renderer) {
        this.profiles = profiles;
        this.sheets = sheets;
        this.renderer = renderer;
    }

    @GetMapping("/municipalities/{municipality}/indicators/{id:[0-9]{1,9}}.{extension:pdf|docx}")
    ResponseEntity<byte[]> file(
            @PathVariable MunicipalityCode municipality,
            @PathVariable int id,
            @PathVariable String extension,
            Person person,
            Locale locale) {
        if (!person.belongsTo(municipality)) {
            throw new NotFound("problem.municipality.unknown", municipality.value());
        }
        Format format = Format.ofExtension(extension).orElseThrow();
        return DocumentResponse.of(format, "indicator-" + municipality + "-" + id + "." + extension)
                .cacheControl(CacheControl.noStore())
                .body(renderer.render(sheets.of(profiles.of(municipality, id, person.username()), locale), format));
    }
}
