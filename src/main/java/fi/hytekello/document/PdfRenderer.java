package fi.hytekello.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.logging.Level;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.springframework.stereotype.Component;

/** A document as PDF/UA-1 and PDF/A-3a, made of its page (libraries, chapter 5). */
@Component
class PdfRenderer {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private static final Set<FSFontUseCase> EVERYWHERE = EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG);

    static {
        // It writes to the console past our logging.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private final HtmlRenderer html;

    PdfRenderer(HtmlRenderer html) {
        this.html = html;
    }

    byte[] render(Document document) {
        org.jsoup.nodes.Document page = Jsoup.parse(html.renderForPrint(document));
        // The alternative text that PDF/UA asks of pictures; a page has it in the drawing's own description.
        page.select("svg").forEach(svg -> svg.attr("alt", describe(svg)));
        page.select("[tabindex]").removeAttr("tabindex");
        page.traverse(showable());
        addBookmarks(page);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_A);
        builder.useColorProfile(SRGB);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useFont(Fonts::regular, Fonts.FAMILY, 400, FontStyle.NORMAL, true, EVERYWHERE);
        builder.useFont(Fonts::bold, Fonts.FAMILY, 700, FontStyle.NORMAL, true, EVERYWHERE);
        builder.withProducer("Hytekello");
        builder.withW3cDocument(new W3CDom().fromJsoup(page), "");
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return pdf.toByteArray();
    }

    private static String describe(Element svg) {
        return svg.select("> title").text() + ". " + svg.select("> desc").text();
    }

    private static NodeVisitor showable() {
        return (node, depth) -> {
            if (node instanceof TextNode text) {
                text.text(Fonts.showable(text.getWholeText()));
            }
        };
    }

    /** After the parsing, which would move an element that HTML does not know out of the head. */
    private static void addBookmarks(org.jsoup.nodes.Document page) {
        Element bookmarks = page.head().appendElement("bookmarks");
        Element chapter = bookmarks;
        for (Element heading : page.select("h2, h3")) {
            Element parent = heading.normalName().equals("h2") ? bookmarks : chapter;
            Element mark = parent.appendElement("bookmark")
                    .attr("name", heading.text())
                    .attr("href", "#" + heading.id());
            chapter = heading.normalName().equals("h2") ? mark : chapter;
        }
    }
}
