package fi.hytekello.platform.sheet;

import fi.hytekello.platform.problem.InvalidInput;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a CSV file, as Excel or an accounting system writes it. */
final class CsvLines {

    private static final char[] SEPARATORS = {';', '\t', ','};

    private CsvLines() {}

    static List<SheetReader.Line> read(String field, byte[] content) {
        String text = text(content);
        return read(field, text, separator(text));
    }

    /** The same for cells that a spreadsheet has put on the clipboard. */
    static List<SheetReader.Line> pasted(String field, byte[] content) {
        return read(field, text(content), '\t');
    }

    private static List<SheetReader.Line> read(String field, String text, char separator) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidInput(field, "problem.sheet.kind");
        }
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            List<SheetReader.Line> lines = new ArrayList<>();
            for (CSVRecord line : parser) {
                lines.add(line(field, line));
                SheetReader.checkSize(field, lines.size(), line.size());
            }
            return lines;
        } catch (IOException | UncheckedIOException broken) {
            throw new InvalidInput(field, "problem.sheet.quotes");
        }
    }

    private static SheetReader.Line line(String field, CSVRecord line) {
        int number = Math.toIntExact(line.getRecordNumber());
        return new SheetReader.Line(
                number,
                line.stream()
                        .map(text -> SheetReader.checkText(field, number, unguarded(text)))
                        .toList());
    }

    /** Takes off what {@link SheetWriter} puts before a text that a spreadsheet would calculate. */
    private static String unguarded(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && SheetWriter.isCalculated(text.substring(1))
                ? text.substring(1)
                : text;
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    /** The one that stands most often in the first line, outside quotes. */
    private static char separator(String text) {
        int[] found = new int[SEPARATORS.length];
        boolean quoted = false;
        for (char each : text.stripLeading().toCharArray()) {
            if (each == '\n' && !quoted) {
                break;
            }
            quoted ^= each == '"';
            for (int i = 0; i < SEPARATORS.length && !quoted; i++) {
                found[i] += each == SEPARATORS[i] ? 1 : 0;
            }
        }
        int most = 0;
        for (int i = 1; i < SEPARATORS.length; i++) {
            most = found[i] > found[most] ? i : most;
        }
        return SEPARATORS[most];
    }
}
