package fi.hytekello.document;

import fi.hytekello.document.Block.Bullets;
import fi.hytekello.document.Block.Charts;
import fi.hytekello.document.Block.Figure;
import fi.hytekello.document.Block.Labelled;
import fi.hytekello.document.Block.Note;
import fi.hytekello.document.Block.Paragraph;
import fi.hytekello.document.Block.Table;
import fi.hytekello.platform.chart.Picture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.springframework.stereotype.Component;

/** A document as a Word file, for those who go on writing. */
@Component
class DocxRenderer {

    /** Points to a pixel: a wide picture fills the width of the text. */
    private static final double POINTS = 0.75;

    byte[] render(Document document) {
        XWPFDocument file = new XWPFDocument();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            DocxStyles.add(file, document.tag());
            describe(file, document);
            BigInteger bullets = bullets(file);
            titlePage(file, document);
            for (Section section : document.sections()) {
                XWPFParagraph heading = file.createParagraph();
                heading.setStyle(DocxStyles.heading(section.level()));
                run(heading, section.heading());
                section.blocks().forEach(block -> add(file, block, bullets));
            }
            file.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            // Closing it would write it all a second time.
            file.getPackage().revert();
        }
    }

    private static void describe(XWPFDocument file, Document document) {
        file.getProperties().getCoreProperties().setTitle(document.title() + " – " + document.municipality());
        file.getProperties().getCoreProperties().setCreator(document.municipality());
        file.getProperties().getCoreProperties().getUnderlyingProperties().setLanguageProperty(document.tag());
        CTSectPr sheet = file.getDocument().getBody().addNewSectPr();
        CTPageSz page = sheet.addNewPgSz();
        page.setW(BigInteger.valueOf(11906));
        page.setH(BigInteger.valueOf(16838));
        CTPageMar margins = sheet.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(1020));
        margins.setRight(BigInteger.valueOf(1020));
        margins.setTop(BigInteger.valueOf(1300));
        margins.setBottom(BigInteger.valueOf(1130));
        margins.setHeader(BigInteger.valueOf(600));
        margins.setFooter(BigInteger.valueOf(600));
        XWPFRun head =
                file.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun();
        head.setFontSize(9);
        head.setText(document.head());
        XWPFParagraph foot = file.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.RIGHT);
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        foot.createRun().setText(" / ");
        foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private static void titlePage(XWPFDocument file, Document document) {
        file.createParagraph().createRun().setText(document.municipality());
        XWPFParagraph title = file.createParagraph();
        title.setStyle(DocxStyles.TITLE);
        title.createRun().setText(document.title());
        if (document.draft() != null) {
            XWPFRun draft = file.createParagraph().createRun();
            draft.setBold(true);
            draft.setText(document.draft());
        }
        for (Document.Fact fact : document.facts()) {
            labelled(file, fact.label() + ":", fact.value());
        }
    }

    private static void labelled(XWPFDocument file, String label, Text text) {
        XWPFParagraph line = file.createParagraph();
        XWPFRun bold = line.createRun();
        bold.setBold(true);
        bold.setText(label + " ");
        run(line, text);
    }

    private static void add(XWPFDocument file, Block block, BigInteger bullets) {
        if (block instanceof Paragraph paragraph) {
            run(file.createParagraph(), paragraph.text());
        } else if (block instanceof Labelled labelled) {
            labelled(file, labelled.label(), labelled.text());
        } else if (block instanceof Bullets list) {
            list.items().forEach(item -> {
                XWPFParagraph line = file.createParagraph();
                line.setStyle(DocxStyles.BULLET);
                line.setNumID(bullets);
                run(line, item);
            });
        } else if (block instanceof Table table) {
            DocxTable.add(file, table);
        } else if (block instanceof Charts charts) {
            charts.figures().forEach(figure -> add(file, figure));
        } else if (block instanceof Note note) {
            small(file, note.text());
        }
    }

    private static void small(XWPFDocument file, Text text) {
        XWPFRun run = run(file.createParagraph(), text);
        run.setFontSize(8);
        run.setColor("4D5B5E");
    }

    private static void add(XWPFDocument file, Figure figure) {
        XWPFParagraph caption = file.createParagraph();
        caption.setStyle(DocxStyles.CAPTION);
        run(caption, figure.title());
        Picture drawn = figure.draw("chart");
        XWPFParagraph place = file.createParagraph();
        if (!figure.source().isEmpty()) {
            place.getCTP().addNewPPr().addNewKeepNext();
        }
        XWPFRun run = place.createRun();
        try {
            run.addPicture(
                    new ByteArrayInputStream(ChartImage.png(drawn)),
                    PictureType.PNG,
                    "chart.png",
                    Units.toEMU(drawn.width() * POINTS),
                    Units.toEMU(drawn.height() * POINTS));
        } catch (InvalidFormatException | IOException impossible) {
            throw new IllegalStateException("A chart that Word cannot hold", impossible);
        }
        CTInline picture = run.getCTR().getDrawingArray(0).getInlineArray(0);
        picture.getDocPr()
                .setDescr(figure.chart().title() + ". " + figure.chart().description());
        if (!figure.source().isEmpty()) {
            small(file, Text.of(figure.source()));
        }
    }

    /** Writes a text with its own language. */
    static XWPFRun run(XWPFParagraph paragraph, Text text) {
        XWPFRun run = paragraph.createRun();
        run.setText(text.value());
        String tag = text.tag();
        if (tag != null) {
            run.setLang(tag);
        }
        return run;
    }

    private static BigInteger bullets(XWPFDocument file) {
        CTAbstractNum numbering = CTAbstractNum.Factory.newInstance();
        numbering.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = numbering.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("•");
        level.addNewPPr().addNewInd().setLeft(BigInteger.valueOf(360));
        level.getPPr().getInd().setHanging(BigInteger.valueOf(240));
        BigInteger id = file.createNumbering().addAbstractNum(new XWPFAbstractNum(numbering));
        return file.getNumbering().addNum(id);
    }
}
