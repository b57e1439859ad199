package fi.hytekello.play;

import fi.hytekello.plan.PlanScope;
import fi.hytekello.plan.PopulationGroup;
import fi.hytekello.plan.ProposalColumn;
import fi.hytekello.plan.ProposalWords;
import fi.hytekello.play.PlannedMeasures.Planned;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;

/** How departments write their measures into the sheets that the product gives. */
final class ProposalSheets {

    private final ProposalWords words;

    ProposalSheets(ProposalWords words) {
        this.words = words;
    }

    /** A table in a language, of the people of a municipality. */
    record Sort(int planYear, Locale language, UnaryOperator<String> usernames) {}

    /**
     * Writes rows below those that the workbook has, under its own headers.
     *
     * @param workbook the product's template, or a department's rows as they stand
     */
    byte[] fill(byte[] workbook, List<Planned> measures, Sort sort) {
        return Workbooks.edit(workbook, sheet -> {
            Row header = sheet.getRow(0);
            for (Planned measure : measures) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (Cell name : header) {
                    write(row, name.getColumnIndex(), value(measure, column(name.getStringCellValue(), sort), sort));
                }
            }
        });
    }

    /** Fills in what a row lacks with what another has. */
    static void complete(Row row, Row like) {
        for (Cell cell : like) {
            Cell own = row.getCell(cell.getColumnIndex(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            if (own.toString().isEmpty()) {
                own.setCellStyle(cell.getCellStyle());
                switch (cell.getCellType()) {
                    case NUMERIC -> own.setCellValue(cell.getNumericCellValue());
                    default -> own.setCellValue(cell.toString());
                }
            }
        }
    }

    /** The same with semicolons, or with tabs as cells are copied from a spreadsheet. */
    String text(List<Planned> measures, String between, Sort sort) {
        Stream<String> header = Stream.of(Arrays.stream(ProposalColumn.values())
                .map(column -> words.header(column, sort.planYear(), sort.language()))
                .collect(Collectors.joining(between)));
        Stream<String> rows = measures.stream()
                .map(measure -> Arrays.stream(ProposalColumn.values())
                        .map(column -> value(measure, column, sort).toString())
                        .collect(Collectors.joining(between)));
        return Stream.concat(header, rows).collect(Collectors.joining("\n", "", "\n"));
    }

    private ProposalColumn column(String header, Sort sort) {
        return Arrays.stream(ProposalColumn.values())
                .filter(column ->
                        words.header(column, sort.planYear(), sort.language()).equals(header))
                .findFirst()
                .orElseThrow();
    }

    private static void write(Row row, int column, Object value) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(row.getSheet().getColumnStyle(column));
        if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
        } else if (!value.toString().isEmpty()) {
            cell.setCellValue(value.toString());
        }
    }

    private Object value(Planned measure, ProposalColumn column, Sort sort) {
        return switch (column) {
            case TITLE -> measure.title();
            case GOAL -> measure.get("goal");
            case OWNER -> sort.usernames().apply(measure.get("owner"));
            case DEPUTY -> sort.usernames().apply(measure.get("deputy"));
            case STARTS_ON -> LocalDate.of(sort.planYear(), 1, 1);
            case ENDS_ON -> LocalDate.of(sort.planYear(), 12, 31);
            case EURO -> number(measure.get("euro"));
            case EURO_YEAR_2 -> number(measure.get("euro2"));
            case EURO_YEAR_3 -> number(measure.get("euro3"));
            case NO_COST -> measure.get("euro").isEmpty() ? words.yes(sort.language()) : "";
            case POPULATION_GROUP -> words.choice(PopulationGroup.valueOf(measure.get("group")), sort.language());
            case SCOPES ->
                Arrays.stream(measure.get("scopes").split(",", -1))
                        .map(scope -> words.choice(PlanScope.valueOf(scope), sort.language()))
                        .collect(Collectors.joining(", "));
            case PERSON_YEARS -> number(measure.get("personYears"));
            case SUGGESTED_LINE -> measure.get("line");
            case INDICATOR -> "";
        };
    }

    private static Object number(String text) {
        return text.isEmpty() ? "" : new BigDecimal(text);
    }
}
