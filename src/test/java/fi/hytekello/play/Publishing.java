package fi.hytekello.play;

import static org.assertj.core.api.Assertions.assertThat;

import fi.hytekello.document.PdfCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/** January: the coordinator publishes plan and annex, and anybody reads them. */
final class Publishing {

    private final TownHall hall;

    Publishing(TownHall hall) {
        this.hall = hall;
    }

    /** With the form that the Tasklist shows. */
    void coordinatorPublishes() {
        Tasklist.in(hall.at("koordinaattori")).open("Julkaise suunnitelma", "").complete();
    }

    /**
     * Everybody may read what is published; veraPDF accepts each PDF and each Word file is read back.
     *
     * @param within titles that every plan and every annex must contain
     */
    void anybodyReads(String municipality, int year, List<String> within) {
        PersonsWindow reader = hall.passerBy();
        reader.open("/published/" + municipality + "/" + year);
        List<String> files = reader.page().locator("main table a").all().stream()
                .map(link -> link.getAttribute("href"))
                .filter(file -> file.contains("welfare-plan") || file.contains("budget-annex"))
                .toList();
        assertThat(files).hasSize(12);
        for (String file : files) {
            byte[] content = reader.fetch(file);
            String text = file.endsWith(".pdf")
                    ? pdf(content)
                    : file.endsWith(".docx")
                            ? docx(content)
                            : new String(content, java.nio.charset.StandardCharsets.UTF_8);
            assertThat(within.stream().filter(title -> !flat(text).contains(flat(title))))
                    .as(file)
                    .isEmpty();
        }
        reader.close();
    }

    private static String pdf(byte[] content) {
        assertThat(PdfCheck.faults(content)).isEmpty();
        return PdfCheck.text(content);
    }

    private static String docx(byte[] content) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content))) {
            return document.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lines of a PDF break where they must. */
    private static String flat(String text) {
        return text.replaceAll("[\\s\\p{Zs}\u00ad-]+", "");
    }
}
