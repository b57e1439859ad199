package fi.hytekello.platform.sheet;

import fi.hytekello.platform.problem.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of a sheet by column and notes every mistake with its row, so that a person sees all at once. A
 * column is named by a form field's name, whose label is {@code field.<name>}.
 */
public final class CellReader {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern SUM = Pattern.compile("-?[0-9]{1,10}([.,][0-9]+)?");
    private static final DateTimeFormatter FINNISH =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Sheet sheet;
    private final List<SheetProblem> problems = new ArrayList<>();

    public CellReader(Sheet sheet) {
        this.sheet = sheet;
    }

    /** All that was noted, in the order it was read. */
    public List<SheetProblem> problems() {
        return List.copyOf(problems);
    }

    /** The header of a column that must be there; its absence is noted and names the first of the names. */
    public String column(String field, String... names) {
        Optional<String> header = sheet.header(names);
        if (header.isEmpty()) {
            note(0, new InvalidInput(field, "problem.sheet.column", names[0]));
        }
        return header.orElse(names[0]);
    }

    public void note(int row, InvalidInput problem) {
        problems.add(new SheetProblem(row, problem));
    }

    /** Reads a value that may be wrong; null where it was, and it is noted. */
    public <T> @Nullable T noting(Sheet.Row row, Supplier<? extends @Nullable T> value) {
        try {
            return value.get();
        } catch (InvalidInput wrong) {
            note(row.number(), wrong);
            return null;
        }
    }

    /** A text that must be there; null where it is missing or too long, and that is noted. */
    public @Nullable String text(Sheet.Row row, String field, String header, int longest) {
        String text = row.text(header);
        if (text.isEmpty()) {
            note(row.number(), new InvalidInput(field, "problem.sheet.missing"));
            return null;
        }
        if (text.length() > longest) {
            note(row.number(), new InvalidInput(field, "problem.answer.long", longest, text.length()));
            return null;
        }
        return text;
    }

    /** A sum in euros that must be there and is not negative; null where it is wrong, and that is noted. */
    public @Nullable BigDecimal sum(Sheet.Row row, String field, String header) {
        String text = text(row, field, header, 40);
        return text == null
                ? null
                : noting(row, () -> {
                    BigDecimal sum = sum(field, text);
                    if (sum.signum() < 0) {
                        throw new InvalidInput(field, "problem.money.negative");
                    }
                    return sum;
                });
    }

    /** A sum in euros that may be negative, such as one that an accrual has turned. */
    public @Nullable BigDecimal balance(Sheet.Row row, String field, String header) {
        String text = text(row, field, header, 40);
        return text == null ? null : noting(row, () -> sum(field, text));
    }

    /** A date that must be there, {@code 31.12.2027} or {@code 2027-12-31}. */
    public @Nullable LocalDate date(Sheet.Row row, String field, String header) {
        String text = text(row, field, header, 40);
        return text == null ? null : noting(row, () -> date(field, text));
    }

    /**
     * Reads {@code 1 234,50}, {@code 1234.50} or {@code 1234 €}.
     *
     * @throws InvalidInput when it is no sum or has fractions of a cent
     */
    public static BigDecimal sum(String field, String given) {
        String text =
                SPACES.matcher(given).replaceAll("").replace('\u2212', '-').replace("€", "");
        if (!SUM.matcher(text).matches()) {
            throw new InvalidInput(field, "problem.money.malformed");
        }
        BigDecimal sum = new BigDecimal(text.replace(',', '.'));
        if (sum.stripTrailingZeros().scale() > 2) {
            throw new InvalidInput(field, "problem.sheet.decimals", given);
        }
        return sum.setScale(2);
    }

    /** @throws InvalidInput when it is no date */
    public static LocalDate date(String field, String given) {
        try {
            return given.contains("-") ? LocalDate.parse(given) : LocalDate.parse(given, FINNISH);
        } catch (DateTimeException malformed) {
            throw new InvalidInput(field, "problem.answer.date");
        }
    }
}
