package fi.hytekello.plan;

import fi.hytekello.municipality.Username;
import fi.hytekello.plan.ProposalImportPreview.Effect;
import fi.hytekello.plan.ProposalImportPreview.Row;
import fi.hytekello.platform.problem.InvalidInput;
import fi.hytekello.platform.sheet.CellReader;
import fi.hytekello.platform.sheet.Sheet;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of proposals row by row. A row whose title the department has already proposed changes that measure:
 * columns that the table has replace what is stored, also with nothing; columns that it has not leave it as it is.
 */
final class ProposalRows {

    /** More is no form that a person fills in. */
    static final int MOST = 300;

    private static final Pattern FORMULA_ERROR = Pattern.compile("#(REF!|N/A|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!)");
    private static final Set<String> CONTRADICTIONS = Set.of("samePerson", "costTwice", "dates");

    private final Sheet sheet;
    private final CellReader cells;
    private final ProposalWords words;
    private final ProposalChoices choices;
    private final Map<ProposalColumn, String> headers = new EnumMap<>(ProposalColumn.class);
    private final Map<String, List<Measure>> stored;
    private final Map<String, Integer> seen = new HashMap<>();

    ProposalRows(Sheet sheet, int planYear, ProposalWords words, ProposalChoices choices, List<Measure> stored) {
        this.sheet = sheet;
        this.cells = new CellReader(sheet);
        this.words = words;
        this.choices = choices;
        this.stored = stored.stream()
                .filter(measure -> !measure.title().isBlank())
                .collect(Collectors.groupingBy(measure -> ProposalWords.key(measure.title())));
        for (ProposalColumn column : ProposalColumn.values()) {
            sheet.header(words.headers(column, planYear))
                    .filter(header -> !headers.containsValue(header))
                    .ifPresent(header -> headers.put(column, header));
        }
        if (!headers.containsKey(ProposalColumn.TITLE)) {
            cells.column("title", words.headers(ProposalColumn.TITLE, planYear));
        }
    }

    /** @throws InvalidInput when there are more rows than a department can propose */
    ProposalImportPreview read() {
        if (sheet.rows().size() > MOST) {
            throw new InvalidInput("file", "problem.sheet.rows", MOST);
        }
        List<Row> rows = headers.containsKey(ProposalColumn.TITLE)
                ? sheet.rows().stream().map(this::read).toList()
                : List.of();
        List<String> unknown = sheet.headers().stream()
                .filter(header -> !headers.containsValue(header))
                .toList();
        return new ProposalImportPreview(rows, cells.problems(), unknown);
    }

    private Row read(Sheet.Row row) {
        int before = cells.problems().size();
        String title = row.text(Objects.requireNonNull(headers.get(ProposalColumn.TITLE)));
        Measure measure = known(row, title);
        MeasureContent content = content(row, measure == null ? MeasureContent.titled(null) : measure.content());
        checkTogether(row, content, before);
        if (cells.problems().size() > before) {
            return new Row(row.number(), Effect.WRONG, title, measure, null);
        }
        Effect effect = measure == null ? Effect.NEW : content.equals(measure.content()) ? Effect.SAME : Effect.CHANGED;
        return new Row(row.number(), effect, title, measure, content);
    }

    private @Nullable Measure known(Sheet.Row row, String title) {
        if (title.isEmpty()) {
            return null;
        }
        Integer first = seen.putIfAbsent(ProposalWords.key(title), row.number());
        if (first != null) {
            note(row, "title", "problem.proposalImport.twice", first);
        }
        List<Measure> found = stored.getOrDefault(ProposalWords.key(title), List.of());
        if (found.size() > 1) {
            note(row, "title", "problem.proposalImport.storedTwice", found.size());
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private MeasureContent content(Sheet.Row row, MeasureContent old) {
        boolean free = isFree(row, old);
        return new MeasureContent(
                value(row, ProposalColumn.GOAL, old.goal(), choices::goal),
                value(row, ProposalColumn.TITLE, old.title(), text -> text("title", text, 300)),
                person(row, ProposalColumn.OWNER, old.owner()),
                person(row, ProposalColumn.DEPUTY, old.deputy()),
                value(row, ProposalColumn.EURO, old.euro(), text -> words.meansNoCost(text) ? null : sum("euro", text)),
                value(row, ProposalColumn.EURO_YEAR_2, old.euroYear2(), text -> sum("euroYear2", text)),
                value(row, ProposalColumn.EURO_YEAR_3, old.euroYear3(), text -> sum("euroYear3", text)),
                free,
                value(row, ProposalColumn.PERSON_YEARS, old.personYears(), ProposalRows::years),
                value(row, ProposalColumn.SUGGESTED_LINE, old.suggestedLine(), text -> text("suggestedLine", text, 60)),
                value(row, ProposalColumn.INDICATOR, old.indicator(), t -> choices.indicator(t, old.indicator())),
                value(row, ProposalColumn.STARTS_ON, old.startsOn(), text -> CellReader.date("startsOn", text)),
                value(row, ProposalColumn.ENDS_ON, old.endsOn(), text -> CellReader.date("endsOn", text)),
                value(row, ProposalColumn.POPULATION_GROUP, old.populationGroup(), choices::group),
                Objects.requireNonNullElse(
                        value(row, ProposalColumn.SCOPES, old.scopes(), choices::scopes), Set.<PlanScope>of()));
    }

    /** Said in its own column, or in words where the sum stands; a sum means that it costs. */
    private boolean isFree(Sheet.Row row, MeasureContent old) {
        String sum = headers.containsKey(ProposalColumn.EURO) ? row.text(headers.get(ProposalColumn.EURO)) : "";
        if (words.meansNoCost(sum)) {
            return true;
        }
        boolean before = sum.isEmpty() && old.noCost();
        return Boolean.TRUE.equals(value(row, ProposalColumn.NO_COST, before, text -> choices.answer("noCost", text)));
    }

    private @Nullable Username person(Sheet.Row row, ProposalColumn column, @Nullable Username before) {
        return value(row, column, before, text -> choices.person(column.field(), text, before));
    }

    private <T> @Nullable T value(
            Sheet.Row row, ProposalColumn column, @Nullable T before, Function<String, @Nullable T> reader) {
        String header = headers.get(column);
        if (header == null) {
            return before;
        }
        String text = row.text(header);
        if (FORMULA_ERROR.matcher(text).matches()) {
            note(row, column.field(), "problem.proposalImport.formula", text);
            return null;
        }
        return text.isEmpty() ? null : cells.noting(row, () -> reader.apply(text));
    }

    /** What contradicts itself within a row is told only where each part of it is right. */
    private void checkTogether(Sheet.Row row, MeasureContent content, int before) {
        if (cells.problems().size() > before) {
            return;
        }
        for (Gap gap : content.gaps(row.number())) {
            String what = gap.messageKey().substring(gap.messageKey().lastIndexOf('.') + 1);
            if (CONTRADICTIONS.contains(what)) {
                note(row, gap.field(), "problem.proposalImport." + what);
            }
        }
    }

    private void note(Sheet.Row row, String field, String key, Object... arguments) {
        cells.note(row.number(), new InvalidInput(field, key, arguments));
    }

    private static String text(String field, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidInput(field, "problem.answer.long", longest, text.length());
        }
        return text;
    }

    private static BigDecimal sum(String field, String text) {
        BigDecimal sum = CellReader.sum(field, text);
        Measure.checkEuro(field, sum);
        return sum;
    }

    private static BigDecimal years(String text) {
        String number = text.replaceAll("[\\s\\p{Zs}]+|(?i)htv$|(?i)åv$", "").replace(',', '.');
        if (!number.matches("[0-9]{1,4}(\\.[0-9]{1,2}0*)?")) {
            throw new InvalidInput("personYears", "problem.measure.personYears");
        }
        return new BigDecimal(number).setScale(2, java.math.RoundingMode.UNNECESSARY);
    }
}
