package fi.hytekello.document;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a Word file: Word builds its navigation and list of contents from those of the headings. */
final class DocxStyles {

    static final String TITLE = "Title";
    static final String CAPTION = "Caption";
    static final String BULLET = "ListBullet";

    private static final String BRAND = "07434A";

    private final XWPFStyles styles;

    private DocxStyles(XWPFStyles styles) {
        this.styles = styles;
    }

    /** @param language such as {@code fi-FI} */
    static void add(XWPFDocument file, String language) {
        DocxStyles ours = new DocxStyles(file.createStyles());
        CTFonts font = CTFonts.Factory.newInstance();
        font.setAscii("Calibri");
        font.setHAnsi("Calibri");
        font.setCs("Calibri");
        ours.styles.setDefaultFonts(font);
        ours.styles.setSpellingLanguage(language);
        ours.normal();
        ours.add(TITLE, "Title", 26, 120, null);
        ours.add(heading(1), "heading 1", 16, 360, 0);
        ours.add(heading(2), "heading 2", 13, 280, 1);
        ours.add(heading(3), "heading 3", 11, 200, 2);
        ours.add(CAPTION, "caption", 10, 160, null);
        ours.bullet();
    }

    static String heading(int level) {
        return "Heading" + level;
    }

    private void normal() {
        CTStyle style = paragraph("Normal", "Normal");
        style.setDefault(true);
        CTPPrGeneral shape = style.addNewPPr();
        shape.addNewSpacing().setAfter(BigInteger.valueOf(120));
        style.addNewRPr().addNewSz().setVal(points(11));
        styles.addStyle(new XWPFStyle(style, styles));
    }

    private void bullet() {
        CTStyle style = paragraph(BULLET, "List Bullet");
        style.addNewBasedOn().setVal("Normal");
        styles.addStyle(new XWPFStyle(style, styles));
    }

    /** @param outline depth in the outline, null for what stands outside it */
    private void add(String id, String name, int size, int before, @Nullable Integer outline) {
        CTStyle style = paragraph(id, name);
        style.addNewBasedOn().setVal("Normal");
        style.addNewNext().setVal("Normal");
        CTPPrGeneral shape = style.addNewPPr();
        shape.addNewKeepNext();
        shape.addNewSpacing().setBefore(BigInteger.valueOf(before));
        shape.getSpacing().setAfter(BigInteger.valueOf(80));
        if (outline != null) {
            shape.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        CTRPr letters = style.addNewRPr();
        letters.addNewB();
        letters.addNewColor().setVal(BRAND);
        letters.addNewSz().setVal(points(size));
        styles.addStyle(new XWPFStyle(style, styles));
    }

    private static CTStyle paragraph(String id, String name) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        return style;
    }

    /** Word counts in half points. */
    private static BigInteger points(int size) {
        return BigInteger.valueOf(size * 2L);
    }
}
