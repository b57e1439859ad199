package fi.hytekello.demo;

import fi.hytekello.cycle.CycleId;
import fi.hytekello.document.Format;
import fi.hytekello.document.PublishedDocument;
import fi.hytekello.document.PublishedDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes what played years published into files. */
@Component
class DocumentFiles {

    private final PublishedDocuments published;

    DocumentFiles(PublishedDocuments published) {
        this.published = published;
    }

    /** The PDF and Word files of these cycles, such as {@code 178-2027-welfare-plan-1-fi.pdf}; how many. */
    int write(List<CycleId> cycles, Path directory) throws IOException {
        Files.createDirectories(directory);
        int written = 0;
        for (CycleId cycle : cycles) {
            for (PublishedDocument document : published.of(cycle)) {
                if (document.format() != Format.HTML) {
                    String name = "%s-%d-%s".formatted(document.municipality(), document.year(), document.fileName());
                    Files.write(directory.resolve(name), published.content(document.id()));
                    written++;
                }
            }
        }
        return written;
    }
}
