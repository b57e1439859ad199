package fi.hytekello.platform.web;

import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.municipality.MunicipalityCode;
import fi.hytekello.platform.problem.NotFound;
import fi.hytekello.platform.sheet.Table;
import fi.hytekello.platform.sheet.Table.Column;
import fi.hytekello.platform.sheet.Table.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;

/** A table being filled, column by column and line by line, in the reader's language. */
public final class Export {

    private static final int LONGEST_SHEET_NAME = 31;

    private final MessageSource messages;
    private final Names names;
    private final Locale locale;
    private final @Nullable MunicipalityCode municipality;
    private final String place;
    private final String content;
    private final List<Column> columns = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    Export(
            MessageSource messages,
            Names names,
            Locale locale,
            @Nullable MunicipalityCode municipality,
            String place,
            String content) {
        this.messages = messages;
        this.names = names;
        this.locale = locale;
        this.municipality = municipality;
        this.place = place;
        this.content = content;
    }

    /** @param width in characters */
    public Export text(String header, int width) {
        return column(Column.text(word(header), width));
    }

    public Export money(String header) {
        return column(Column.money(word(header)));
    }

    public Export date(String header) {
        return column(Column.date(word(header)));
    }

    public Export whole(String header) {
        return column(Column.whole(word(header)));
    }

    public Export number(String header) {
        return column(Column.number(word(header)));
    }

    private Export column(Column column) {
        columns.add(column);
        return this;
    }

    /** Cells as {@link Line} takes them, in the order of the columns. */
    public void line(@Nullable Object... cells) {
        lines.add(new Line(Arrays.asList(cells), false));
    }

    /** A line of sums. */
    public void sums(@Nullable Object... cells) {
        lines.add(new Line(Arrays.asList(cells), true));
    }

    /** How many lines there are. */
    public int size() {
        return lines.size();
    }

    public Locale locale() {
        return locale;
    }

    public String word(String key, Object... arguments) {
        return municipality == null
                ? Objects.requireNonNull(messages.getMessage(key, arguments, locale))
                : names.office(municipality, key, locale, arguments);
    }

    /** The word of a value, such as {@code light.GREEN}; null where there is none. */
    public @Nullable String choice(String prefix, @Nullable Enum<?> value) {
        return value == null ? null : word(prefix + value.name());
    }

    /** A department's name; null where there is none. */
    public @Nullable String department(@Nullable DepartmentCode code) {
        return code == null ? null : names.department(Objects.requireNonNull(municipality), code, locale);
    }

    /**
     * The file, named by municipality, year and content.
     *
     * @param format {@code xlsx} or {@code csv}
     * @throws NotFound for any other format
     */
    public ResponseEntity<byte[]> as(String format) {
        String title = word(content);
        String name = (place + " " + title).strip().replaceAll("[^\\p{L}\\p{N}]+", "-");
        String sheet = title.length() > LONGEST_SHEET_NAME ? title.substring(0, LONGEST_SHEET_NAME) : title;
        List<String> lead = List.of(place.isEmpty() ? title : place + ": " + title);
        return Downloads.table(name, format, new Table(sheet, lead, columns, lines));
    }
}
