package fi.hytekello.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The typeface of the PDF and of the charts: Source Sans 3, regular and bold. */
final class Fonts {

    static final String FAMILY = "Source Sans 3";

    private static final int GSUB = 0x47535542;
    private static final String UNKNOWN = "\u25a1";
    private static final byte[] REGULAR = read("SourceSans3-Regular.ttf");
    private static final byte[] BOLD = read("SourceSans3-Bold.ttf");
    private static final CmapLookup GLYPHS = glyphs();

    private Fonts() {}

    static InputStream regular() {
        return new ByteArrayInputStream(REGULAR);
    }

    static InputStream bold() {
        return new ByteArrayInputStream(BOLD);
    }

    /** The text with a square for what the typeface lacks: a PDF/A may not show a missing glyph. */
    static String showable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isWhitespace(point) || GLYPHS.getGlyphId(point) != 0) {
                shown.appendCodePoint(point);
            } else if (isVisible(point)) {
                shown.append(UNKNOWN);
            }
        });
        return shown.toString();
    }

    /** Joiners and variation selectors have no shape of their own. */
    private static boolean isVisible(int point) {
        int type = Character.getType(point);
        return type != Character.FORMAT && type != Character.NON_SPACING_MARK;
    }

    private static CmapLookup glyphs() {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(REGULAR))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] read(String name) {
        try (InputStream file = Objects.requireNonNull(Fonts.class.getResourceAsStream("/document/fonts/" + name))) {
            return withoutLigatures(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Hides the table of glyph substitutions: PDFBox would set {@code ff} as one glyph that stands for no character, which
     * PDF/UA-1 (7.21.7) and PDF/A forbid.
     */
    private static byte[] withoutLigatures(byte[] font) {
        ByteBuffer directory = ByteBuffer.wrap(font);
        int tables = directory.getShort(4);
        for (int table = 0; table < tables; table++) {
            int tag = 12 + 16 * table;
            if (directory.getInt(tag) == GSUB) {
                directory.put(tag, (byte) 'x');
            }
        }
        return font;
    }
}
