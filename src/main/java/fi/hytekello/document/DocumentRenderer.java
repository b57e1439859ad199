package fi.hytekello.document;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Gives a document a form. */
@Component
public class DocumentRenderer {

    private final HtmlRenderer html;
    private final PdfRenderer pdf;
    private final DocxRenderer docx;

    DocumentRenderer(HtmlRenderer html, PdfRenderer pdf, DocxRenderer docx) {
        this.html = html;
        this.pdf = pdf;
        this.docx = docx;
    }

    public byte[] render(Document document, Format format) {
        return switch (format) {
            case HTML -> html.render(document).getBytes(StandardCharsets.UTF_8);
            case PDF -> pdf.render(document);
            case DOCX -> docx.render(document);
        };
    }
}
