package fi.hytekello.platform.web;

import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.sheet.SheetWriter;
import fi.hytekello.platform.sheet.Table;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that people save to their own disk. */
public final class Downloads {

    private Downloads() {}

    /**
     * A table in the wished format.
     *
     * @param name of the file, without its ending
     * @param format {@code xlsx} or {@code csv}
     * @throws NotFound for any other format
     */
    public static ResponseEntity<byte[]> table(String name, String format, Table table) {
        return switch (format) {
            case "xlsx" -> file(name + ".xlsx", SheetWriter.XLSX, SheetWriter.xlsx(table));
            case "csv" -> file(name + ".csv", SheetWriter.CSV, SheetWriter.csv(table));
            default -> throw new NotFound("problem.notFound");
        };
    }

    public static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
