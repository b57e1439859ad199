package fi.hytekello.document;

import fi.hytekello.platform.chart.Picture;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentReferenceHashMap;

/** Turns a chart into a picture for Word. */
final class ChartImage {

    private static final float SHARPNESS = 2.5f;

    /** Every version of a report draws the same charts; kept as long as memory allows. */
    private static final Map<Picture, byte[]> DRAWN = new ConcurrentReferenceHashMap<>();

    static {
        register();
    }

    private ChartImage() {}

    static byte[] png(Picture picture) {
        return DRAWN.computeIfAbsent(picture, ChartImage::draw);
    }

    private static byte[] draw(Picture picture) {
        Drawing drawing = new Drawing();
        drawing.addTranscodingHint(ImageTranscoder.KEY_WIDTH, picture.width() * SHARPNESS);
        drawing.addTranscodingHint(ImageTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            drawing.transcode(new TranscoderInput(new StringReader(picture.svg())), new TranscoderOutput());
            ImageIO.write(Objects.requireNonNull(drawing.image), "png", out);
        } catch (TranscoderException ours) {
            throw new IllegalStateException("A chart that cannot be drawn", ours);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }

    /** Keeps the picture: Batik's own PNG files are larger, and take it four times as long as they take the JDK. */
    private static final class Drawing extends ImageTranscoder {

        private @Nullable BufferedImage image;

        @Override
        public BufferedImage createImage(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        }

        @Override
        public void writeImage(BufferedImage drawn, TranscoderOutput unused) {
            image = drawn;
        }
    }

    private static void register() {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment()
                    .registerFont(Font.createFont(Font.TRUETYPE_FONT, Fonts.regular()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (FontFormatException ours) {
            throw new IllegalStateException(ours);
        }
    }
}
