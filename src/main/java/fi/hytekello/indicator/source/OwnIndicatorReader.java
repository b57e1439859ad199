package fi.hytekello.indicator.source;

import fi.hytekello.indicator.Direction;
import fi.hytekello.indicator.source.OwnValues.Named;
import fi.hytekello.municipality.Department;
import fi.hytekello.municipality.DepartmentCode;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.CellReader;
import fi.hytekello.platform.sheet.Sheet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a row says of the indicator itself: asked for where the indicator is new, and may be left out where it is
 * known or stands in an earlier row.
 */
final class OwnIndicatorReader {

    private static final int LONGEST = 200;

    private final CellReader cells;
    private final OwnColumns columns;
    private final List<Department> departments;
    private final OwnWords words;

    OwnIndicatorReader(CellReader cells, OwnColumns columns, List<Department> departments, OwnWords words) {
        this.cells = cells;
        this.columns = columns;
        this.departments = departments;
        this.words = words;
    }

    /** Null where something of it is wrong, and all of that is noted. */
    @Nullable
    Named read(Sheet.Row row, String title, @Nullable Named before) {
        int noted = cells.problems().size();
        String titleFi = before == null ? title : before.titleFi();
        Named blank = before == null
                ? new Named(null, titleFi, titleFi, "", "", Direction.CONTEXT, "", new DepartmentCode("none"), "")
                : before;
        Named read = words(row, blank, before == null);
        return cells.problems().size() > noted ? null : read;
    }

    /** What the row says instead of what is known; where nothing is known, what it does not say is noted as missing. */
    private Named words(Sheet.Row row, Named known, boolean isNew) {
        String unit = said(row, "unit", columns.unit(), known.unitFi(), isNew);
        return new Named(
                known.id(),
                known.titleFi(),
                said(row, "ownIndicatorSv", columns.titleSv(), known.titleSv(), false),
                unit,
                said(row, "unit", columns.unitSv(), unitSv(row, unit, known), false),
                chosen(row, "ownDirection", columns.direction(), known.direction(), isNew, this::direction),
                chosen(row, "theme", columns.theme(), known.theme(), isNew, this::theme),
                chosen(row, "department", columns.department(), known.department(), isNew, this::department),
                said(row, "producer", columns.producer(), known.producer(), isNew));
    }

    /** A unit in Finnish only is the Swedish one, too, such as a percentage. */
    private String unitSv(Sheet.Row row, String unit, Named known) {
        return text(row, columns.unit()).isEmpty() ? known.unitSv() : unit;
    }

    private String said(Sheet.Row row, String field, @Nullable String column, String known, boolean needed) {
        return chosen(row, field, column, known, needed, given -> given);
    }

    /** One word of the row; what is known where it is empty or wrong, and that is noted where it may not be. */
    private <T> T chosen(
            Sheet.Row row,
            String field,
            @Nullable String column,
            T known,
            boolean needed,
            Function<String, T> reading) {
        String given = text(row, column);
        if (given.isEmpty()) {
            if (needed) {
                cells.note(row.number(), new InvalidInput(field, "problem.own.newNeeds"));
            }
            return known;
        }
        if (given.length() > LONGEST) {
            cells.note(row.number(), new InvalidInput(field, "problem.answer.long", LONGEST, given.length()));
            return known;
        }
        T read = cells.noting(row, () -> reading.apply(given));
        return read == null ? known : read;
    }

    private Direction direction(String given) {
        return Arrays.stream(Direction.values())
                .filter(direction -> words.isDirection(direction, given))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("ownDirection", "problem.own.choice", given));
    }

    private String theme(String given) {
        return words.theme(given).orElseThrow(() -> new InvalidInput("theme", "problem.own.choice", given));
    }

    private DepartmentCode department(String given) {
        Optional<DepartmentCode> code = departments.stream()
                .filter(one -> one.code().value().equalsIgnoreCase(given)
                        || one.nameFi().equalsIgnoreCase(given)
                        || one.nameSv().equalsIgnoreCase(given))
                .map(Department::code)
                .findFirst();
        return code.orElseThrow(() -> new InvalidInput("department", "problem.own.choice", given));
    }

    /** Empty also where the table has no such column. */
    static String text(Sheet.Row row, @Nullable String column) {
        return column == null ? "" : row.text(column);
    }
}
