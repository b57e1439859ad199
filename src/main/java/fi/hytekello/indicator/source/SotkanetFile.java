package fi.hytekello.indicator.source;

import fi.hytekello.indicator.ValueStatus;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.remote.BoundedStream;
import fi.hytekello.platform.sheet.SheetProblem;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a file of {@code GET /rest/1.1/csv}: {@code indicator;region;year;gender;primary value;absolute value}, plain or
 * packed with gzip (domain chapter 3.1).
 */
final class SotkanetFile {

    /** What is told of a file at once; it is mended and read again. */
    static final int MOST_TOLD = 20;

    /** Unpacked: some twenty times what is publicly known of fifty indicators. */
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private static final int LONGEST_LINE = 1000;
    private static final String FILE = "file";
    private static final String HEADER = "indicator;region;year;gender;primary value;absolute value";
    private static final int COLUMNS = 6;
    private static final Pattern ID = Pattern.compile("[0-9]{1,9}");
    private static final Pattern YEAR = Pattern.compile("19[0-9]{2}|20[0-9]{2}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,15})?");

    private final List<ObservationRow> rows = new ArrayList<>();
    private final List<SheetProblem> problems = new ArrayList<>();
    private int read;
    private int wrong;

    private SotkanetFile() {}

    /** @throws InvalidInput when it is no such file at all */
    static SotkanetFile read(InputStream content) throws IOException {
        SotkanetFile file = new SotkanetFile();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(unpacked(content), StandardCharsets.UTF_8))) {
            file.readAll(lines);
        } catch (EOFException | ZipException damaged) {
            throw new InvalidInput(FILE, "problem.import.damaged");
        } catch (BoundedStream.TooLong large) {
            throw new InvalidInput(FILE, "problem.import.large", MOST_BYTES / 1024 / 1024);
        }
        return file;
    }

    /** Those that can be read; the others are among the problems. */
    List<ObservationRow> rows() {
        return rows;
    }

    /** The first of what is wrong, by line. */
    List<SheetProblem> problems() {
        return problems;
    }

    /** How many lines the file has, without its header and empty ones. */
    int read() {
        return read;
    }

    int wrong() {
        return wrong;
    }

    private static InputStream unpacked(InputStream content) throws IOException {
        BufferedInputStream start = new BufferedInputStream(content);
        start.mark(2);
        boolean packed = start.read() == 0x1f && start.read() == 0x8b;
        start.reset();
        return new BoundedStream(packed ? new GZIPInputStream(start) : start, MOST_BYTES);
    }

    private void readAll(BufferedReader lines) throws IOException {
        String header = lines.readLine();
        if (header == null || !HEADER.equals(plain(header))) {
            throw new InvalidInput(FILE, "problem.import.header", HEADER);
        }
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                read++;
                read(number, line);
            }
        }
    }

    private void read(int number, String line) {
        try {
            rows.add(row(number, line));
        } catch (InvalidInput problem) {
            wrong++;
            if (problems.size() < MOST_TOLD) {
                problems.add(new SheetProblem(number, problem));
            }
        }
    }

    /** Sotkanet's cells hold numbers and words only: quotation marks around them say nothing. */
    private static String plain(String line) {
        String text = line.startsWith("\ufeff") ? line.substring(1) : line;
        return text.replace("\"", "").strip();
    }

    private static ObservationRow row(int number, String line) {
        if (line.length() > LONGEST_LINE) {
            throw new InvalidInput("line", "problem.import.longLine", LONGEST_LINE);
        }
        String[] cells = plain(line).split(";", -1);
        if (cells.length != COLUMNS) {
            throw new InvalidInput("line", "problem.import.columns", COLUMNS, cells.length);
        }
        int indicator = whole("sotkanetIndicator", cells[0], ID);
        int region = whole("sotkanetRegion", cells[1], ID);
        int year = whole("year", cells[2], YEAR);
        Gender gender = Gender.of(cells[3].strip())
                .orElseThrow(() -> new InvalidInput("gender", "problem.import.gender", told(cells[3])));
        return ObservationRow.of(
                number, indicator, region, year, gender, number("value", cells[4]), number("absolute", cells[5]));
    }

    private static int whole(String field, String cell, Pattern allowed) {
        String text = cell.strip();
        if (!allowed.matcher(text).matches()) {
            throw new InvalidInput(field, "problem.import.whole", told(text));
        }
        return Integer.parseInt(text);
    }

    private static String number(String field, String cell) {
        String text = cell.strip();
        if (ValueStatus.isMark(text)) {
            return text;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new InvalidInput(field, "problem.import.number", told(text));
        }
        return text.replace(',', '.');
    }

    /** What stands in a cell, short enough for a message. */
    private static String told(String cell) {
        return cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
    }
}
