package fi.hytekello.indicator.source;

import fi.hytekello.platform.sheet.SheetProblem;
import fi.hytekello.platform.sheet.SheetWriter;
import fi.hytekello.platform.sheet.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One own indicator with its years as a person fills it in, without a file. It is read as a table of the same cells, so
 * that form and file cannot judge differently.
 *
 * @param indicator cells of the indicator, by the header of the table
 * @param years rows of the form in their order, also those left empty
 */
public record OwnForm(List<Cell> indicator, List<Year> years) {

    private static final List<String> OF_A_YEAR = List.of("Vuosi", "Arvo", "Virhemarginaali", "Vastaajia");
    private static final Set<String> FIELDS_OF_A_YEAR = Set.of("year", "value", "margin", "respondents");

    /** @param header one of those that {@link OwnColumns} reads */
    public record Cell(String header, String text) {}

    /** One row of the form as it was typed. */
    public record Year(String year, String value, String margin, String respondents) {

        boolean isEmpty() {
            return cells().stream().allMatch(String::isBlank);
        }

        private List<String> cells() {
            return List.of(year, value, margin, respondents);
        }
    }

    public OwnForm {
        indicator = List.copyOf(indicator);
        years = List.copyOf(years);
    }

    /** With a row for each year that is filled in; where none is, the first, so that its absence is told. */
    byte[] table() {
        return SheetWriter.csv(new Table(
                "",
                List.of(),
                Stream.concat(indicator.stream().map(Cell::header), OF_A_YEAR.stream())
                        .map(header -> Table.Column.text(header, 1))
                        .toList(),
                filled().stream().map(row -> line(years.get(row))).toList()));
    }

    private Table.Line line(Year year) {
        return Table.Line.of(Stream.concat(indicator.stream().map(Cell::text), year.cells().stream())
                .toArray());
    }

    /** Indexes of the rows that the table has. */
    private List<Integer> filled() {
        List<Integer> filled = IntStream.range(0, years.size())
                .filter(row -> !years.get(row).isEmpty())
                .boxed()
                .toList();
        return filled.isEmpty() ? List.of(0) : filled;
    }

    /** The form's row, from 1, that a problem of the table is about; 0 where it is about the indicator. */
    public int row(SheetProblem problem) {
        return FIELDS_OF_A_YEAR.contains(problem.problem().field()) && problem.row() > 1
                ? filled().get(problem.row() - 2) + 1
                : 0;
    }
}
